import { refuse, type Refusal } from '#platform/values/refusal.ts';

/**
 * How a party writes its numbers, such as `500.16.7.2/{urut}/DPMPTSP/{tahun}` or `{urut:3}/{romawi}/{tahun}`:
 * `{urut}` the number of the year, `{urut:3}` with at least three figures, `{tahun}` the year, `{bulan}` the month in two
 * figures, `{romawi}` in Roman ones. The rest stands as it is.
 */
export type NumberPattern = string;

export const PATTERN_LENGTH_MAX = 80;

const TOKEN = /\{([^{}]*)\}/g;
const KNOWN = /^(?:urut(?::[2-6])?|tahun|bulan|romawi)$/;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** Refusals: NUMBER_PATTERN (`name` of the part that is unknown; none where the number itself is missing). */
export function checkPattern(pattern: NumberPattern): Refusal<'NUMBER_PATTERN'> | undefined {
  const tokens = [...pattern.matchAll(TOKEN)].map(([, name]) => name!);
  const unknown = tokens.find((name) => !KNOWN.test(name));
  if (unknown !== undefined) return refuse('NUMBER_PATTERN', { name: `{${unknown}}` });
  const rest = pattern.replaceAll(TOKEN, '');
  if (!tokens.some((name) => name.startsWith('urut')) || /[{}]/.test(rest)) return refuse('NUMBER_PATTERN');
  return undefined;
}

/**
 * The number that a pattern makes: of the sequence (1 is the first of the year) on a day (YYYY-MM-DD).
 * @throws RangeError for a pattern that `checkPattern` refuses
 */
export function writeNumber(pattern: NumberPattern, sequence: number, day: string): string {
  if (checkPattern(pattern) !== undefined) throw new RangeError(`not a pattern of numbers: ${pattern}`);
  const [year, month] = [day.slice(0, 4), day.slice(5, 7)];
  return pattern.replaceAll(TOKEN, (_, name: string) => {
    if (name === 'tahun') return year;
    if (name === 'bulan') return month;
    if (name === 'romawi') return ROMAN[Number(month) - 1]!;
    return String(sequence).padStart(Number(name.split(':')[1] ?? 1), '0');
  });
}
