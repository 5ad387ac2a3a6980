import { isSeries } from '#areas/agencies/rules/series-letters.ts';
import { NUMBER_MAX } from '#areas/capacity/rules/may-give-number.ts';

export { NUMBER_MAX };

const NUMBER_SHAPE = /^([A-HJ-NPR-Z]{1,2})-(\d{3})$/;

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
