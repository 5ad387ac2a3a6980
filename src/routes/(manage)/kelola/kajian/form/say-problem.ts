import type { studies } from '#ui/words/id/studies.ts';
import { readNumber } from '#ui/format/read-number.ts';

const ORDERED = new Set(['mid', 'high', 'savedMid', 'savedHigh']);
const FIGURES =
  /Requests|Request$|^km$|Minutes|Rupiah|^low$|^mid$|^high$|weight|Share|saved|visits|Year|years|spread|discount|population|area/;

/** What is wrong with a field, as a sentence that begins with its name. */
export function sayProblem(
  field: string,
  typed: Readonly<Record<string, string>>,
  words: typeof studies,
): string {
  const label = nameField(field, words);
  const text = typed[field] ?? '';
  if (FIGURES.test(field) && Number.isNaN(readNumber(text))) return words.wrongNumber(label);
  return ORDERED.has(field) ? words.wrongOrder(label) : words.wrong(label);
}

/** The label of a field, without what the catalogue puts in brackets. */
export function nameField(field: string, words: typeof studies): string {
  const label = (words as Readonly<Record<string, unknown>>)[`field-${field}`];
  return typeof label === 'string' ? label : field;
}
