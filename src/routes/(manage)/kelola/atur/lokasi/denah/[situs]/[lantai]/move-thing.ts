import { checkPlan, type PlanGrid, type PlanItem } from '#areas/floor-plans/rules/plan.ts';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The thing after an arrow key: a square further, or with Shift a square larger or smaller. Undefined for another key. */
export function moved<Item extends PlanItem>(
  grid: PlanGrid,
  item: Item,
  key: string,
  resizes: boolean,
): Item | undefined {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
  if (resizes)
    return {
      ...item,
      width: within(item.width + step[0], 1, grid.columns - item.x),
      height: within(item.height + step[1], 1, grid.rows - item.y),
    };
  return {
    ...item,
    x: within(item.x + step[0], 0, grid.columns - item.width),
    y: within(item.y + step[1], 0, grid.rows - item.height),
  };
}

/** The first free place for a thing of this size, row by row; undefined where there is none. */
export function findPlace(
  grid: PlanGrid,
  items: readonly PlanItem[],
  size: { readonly width: number; readonly height: number },
): { x: number; y: number } | undefined {
  for (let y = 0; y + size.height <= grid.rows; y += 1)
    for (let x = 0; x + size.width <= grid.columns; x += 1)
      if (checkPlan(grid, [...items, { kind: 'stairs', agencyId: null, x, y, ...size }]) === undefined)
        return { x, y };
  return undefined;
}
