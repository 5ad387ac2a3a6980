import type { manager } from '#ui/words/id/manager.ts';

/** What is to be corrected in a cell: the sentence of the form's field, or of the file. */
export function sayReason(reason: string, words: typeof manager): string {
  const known: Readonly<Record<string, unknown>> = words;
  const key = reason.startsWith('wrong-') && Object.hasOwn(known, reason) ? reason : `sheet-${reason}`;
  const word = Object.hasOwn(known, key) ? known[key] : undefined;
  return typeof word === 'string' ? word : reason;
}
