import { refuse, type Refusal } from '#platform/values/refusal.ts';

/** What can stand on a floor. A booth belongs to an agency; the others are found by their name. */
export const ITEM_KINDS = [
  'booth',
  'entrance',
  'kiosk',
  'help-desk',
  'waiting',
  'stairs',
  'lift',
  'toilet',
  'prayer',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** A rectangle of whole squares; `x` and `y` count from 0 at the upper left. */
export interface PlanItem {
  readonly kind: ItemKind;
  /** For booths, and for nothing else. */
  readonly agencyId: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlanGrid {
  readonly columns: number;
  readonly rows: number;
}

export const GRID_MIN = 4;
export const GRID_MAX = 60;
export const ITEMS_MAX = 120;

/**
 * What is wrong with a drawing, if anything; `item` is its place in the list, from 1.
 * Refusals: PLAN_OUTSIDE, PLAN_OVERLAP (`item`, `other`), PLAN_TWICE (the booth of one agency drawn twice).
 */
export function checkPlan(
  grid: PlanGrid,
  items: readonly PlanItem[],
): Refusal<'PLAN_OUTSIDE' | 'PLAN_OVERLAP' | 'PLAN_TWICE'> | undefined {
  for (const [index, item] of items.entries()) {
    if (item.x + item.width > grid.columns || item.y + item.height > grid.rows)
      return refuse('PLAN_OUTSIDE', { item: index + 1 });
    const other = items.findIndex((each, place) => place < index && overlap(each, item));
    if (other >= 0) return refuse('PLAN_OVERLAP', { item: index + 1, other: other + 1 });
    const twin = items.findIndex(
      (each, place) => place < index && item.agencyId !== null && each.agencyId === item.agencyId,
    );
    if (twin >= 0) return refuse('PLAN_TWICE', { item: index + 1, other: twin + 1 });
  }
  return undefined;
}

function overlap(a: PlanItem, b: PlanItem): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const BOOTH = { width: 4, height: 3 } as const;
const PER_ROW = 5;
const AISLE = 2;

/**
 * A first drawing to move things about in: the booths in rows with aisles, the waiting room before them, kiosk and help desk
 * beside the entrance at the bottom.
 */
export function proposePlan(agencyIds: readonly string[]): { grid: PlanGrid; items: PlanItem[] } {
  const columns = PER_ROW * BOOTH.width + 2;
  const boothRows = Math.max(1, Math.ceil(agencyIds.length / PER_ROW));
  const hall = boothRows * (BOOTH.height + AISLE);
  const rows = hall + 6;
  const booths = agencyIds.map((agencyId, index): PlanItem => ({
    kind: 'booth',
    agencyId,
    x: 1 + (index % PER_ROW) * BOOTH.width,
    y: Math.floor(index / PER_ROW) * (BOOTH.height + AISLE),
    ...BOOTH,
  }));
  const rest = (kind: ItemKind, x: number, y: number, width: number, height: number): PlanItem => ({
    kind,
    agencyId: null,
    x,
    y,
    width,
    height,
  });
  return {
    grid: { columns, rows },
    items: [
      ...booths,
      rest('waiting', 5, hall, 12, 3),
      rest('toilet', 1, hall, 3, 3),
      rest('prayer', 18, hall, 3, 3),
      rest('kiosk', 6, hall + 4, 2, 2),
      rest('entrance', 9, hall + 4, 4, 2),
      rest('help-desk', 14, hall + 4, 3, 2),
    ],
  };
}
