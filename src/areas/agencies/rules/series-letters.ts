/** I, O and Q are left out: on a board they read as 1 and 0. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
export const SERIES_SHAPE = /^[A-HJ-NPR-Z]{1,2}$/;

/** True for the one or two letters that name an agency's series. */
export function isSeries(text: string): boolean {
  return SERIES_SHAPE.test(text);
}

/** All 552 series in the order in which they are handed out: A, B, … Z, AA, AB, … ZZ. */
export function allSeries(): readonly string[] {
  const single = [...LETTERS];
  return [...single, ...single.flatMap((first) => single.map((second) => first + second))];
}

/**
 * The series nearest to the wanted one that nobody has: of the same length and after it, then before it, then of the
 * other length. Undefined when all 552 are taken.
 */
export function nearestFreeSeries(wanted: string, taken: ReadonlySet<string>): string | undefined {
  const all = allSeries();
  const from = all.indexOf(wanted);
  const rank = (series: string, place: number) =>
    (series.length === wanted.length ? 0 : 2 * all.length) + (place < from ? all.length : 0) + place;
  return all
    .map((series, place) => ({ series, rank: rank(series, place) }))
    .filter(({ series }) => !taken.has(series))
    .toSorted((a, b) => a.rank - b.rank)[0]?.series;
}
