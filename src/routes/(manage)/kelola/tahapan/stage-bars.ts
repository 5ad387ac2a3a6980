/** Days as YYYY-MM-DD; a stage with at least a planned or an actual day. */
export interface BarStage {
  readonly plannedFrom: string | null;
  readonly plannedUntil: string | null;
  readonly actualFrom: string | null;
  readonly actualUntil: string | null;
}

export interface StageBar {
  /** From 0 to 1 over the picture. */
  readonly actual: { readonly from: number; readonly until: number; readonly open: boolean } | undefined;
  readonly planned: { readonly from: number; readonly until: number } | undefined;
}

export interface StagePicture<Stage> {
  readonly rows: readonly (StageBar & { readonly stage: Stage })[];
  readonly years: readonly { readonly year: number; readonly at: number }[];
  /** Where today is; undefined outside the picture. */
  readonly today: number | undefined;
}

const DAY_MS = 86_400_000;
/** A stage of one day must still be seen. */
const WIDTH_MIN = 0.008;

/** Lays the stages out over the years from the first to the last of their days; undated ones are left out. */
export function drawStages<Stage extends BarStage>(
  stages: readonly Stage[],
  today: string,
): StagePicture<Stage> | undefined {
  const dated = stages.filter((stage) => daysOf(stage).length > 0);
  const running = dated.some(({ actualFrom, actualUntil }) => actualFrom !== null && actualUntil === null);
  const marks = [...dated.flatMap(daysOf), ...(running ? [today] : [])].toSorted();
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const start = Date.UTC(Number(first.slice(0, 4)), 0, 1);
  const end = Date.UTC(Number(last.slice(0, 4)) + 1, 0, 1);
  const at = (day: string, plus = 0) => (Date.parse(day) + plus * DAY_MS - start) / (end - start);
  const stretch = (from: string | null, until: string | null) => {
    const begin = from ?? until;
    if (begin === null) return undefined;
    const left = at(begin);
    return { from: left, until: Math.max(at(until ?? begin, 1), left + WIDTH_MIN) };
  };
  const years = Array.from(
    { length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 },
    (_, n) => Number(first.slice(0, 4)) + n,
  );
  const now = at(today);
  return {
    rows: dated.map((stage) => {
      const open = stage.actualFrom !== null && stage.actualUntil === null;
      const actual = stretch(stage.actualFrom, open ? today : stage.actualUntil);
      return {
        stage,
        actual: stage.actualFrom === null || actual === undefined ? undefined : { ...actual, open },
        planned: stretch(stage.plannedFrom, stage.plannedUntil),
      };
    }),
    years: years.map((year) => ({ year, at: at(`${year}-01-01`) })),
    today: now >= 0 && now <= 1 ? now : undefined,
  };
}

function daysOf({ plannedFrom, plannedUntil, actualFrom, actualUntil }: BarStage): string[] {
  return [plannedFrom, plannedUntil, actualFrom, actualUntil].filter((day) => day !== null);
}

export interface OpeningStep {
  readonly day: string;
  /** Booths that were open by then. */
  readonly count: number;
  readonly names: readonly string[];
}

/** How many booths were open, day by day on which one opened: eight in February, thirteen in December. */
export function countOpenings(
  openings: readonly { readonly shortName: string; readonly openedOn: string | null }[],
): OpeningStep[] {
  const opened = openings.filter((one) => one.openedOn !== null);
  const byDay = Map.groupBy(opened, ({ openedOn }) => openedOn!);
  let count = 0;
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, booths]) => {
      count += booths.length;
      return { day, count, names: booths.map(({ shortName }) => shortName) };
    });
}
