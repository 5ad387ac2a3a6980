import { NUMBER_MAX } from '#areas/capacity/rules/may-give-number.ts';

export { NUMBER_MAX };

/** I, O and Q are left out: on a board they read as 1 and 0. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const SERIES_SHAPE = /^[A-HJ-NPR-Z]{1,2}$/;
const NUMBER_SHAPE = /^([A-HJ-NPR-Z]{1,2})-(\d{3})$/;

/** True for the one or two letters that name an agency's series. */
export function isSeries(text: string): boolean {
  return SERIES_SHAPE.test(text);
}

/** A ticket number as printed and shown: 'A-012'. Throws RangeError for a wrong series or a number outside 1..999. */
export function formatNumber(series: string, n: number): string {
  if (!isSeries(series)) throw new RangeError(`not a series: ${series}`);
  if (!Number.isInteger(n) || n < 1 || n > NUMBER_MAX) throw new RangeError(`not a ticket number: ${n}`);
  return `${series}-${String(n).padStart(3, '0')}`;
}

/** Reads back exactly what `formatNumber` writes; anything else is undefined. */
export function parseNumber(text: string): { series: string; number: number } | undefined {
  const [, series, digits] = NUMBER_SHAPE.exec(text) ?? [];
  if (series === undefined || digits === undefined || digits === '000') return undefined;
  return { series, number: Number(digits) };
}

/** All 552 series in the order in which they are handed out: A, B, … Z, AA, AB, … ZZ. */
export function allSeries(): readonly string[] {
  const single = [...LETTERS];
  return [...single, ...single.flatMap((first) => single.map((second) => first + second))];
}
