import type { manager } from '#ui/words/id/manager.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';

const REASONS = [
  'unreadable',
  'column-missing',
  'column-twice',
  'wrong-number-of-cells',
  'empty',
  'too-long',
  'not-a-date',
  'unknown-kind',
  'unknown-confidence',
  'contradicts-earlier-row',
] as const;

/** Where a list could not be read and what to write there; `more` says how many such places there are. */
export function explainImport(
  facts: BareRefusal['facts'],
  words: typeof manager,
): { readonly sentence: string; readonly more: string } {
  const where = words.importWhere(String(facts['row'] ?? ''), String(facts['column'] ?? ''));
  const reason = REASONS.find((known) => known === facts['reason']) ?? 'unreadable';
  const problems = Number(facts['problems'] ?? 1);
  return {
    sentence: `${where}: ${words[`problem-${reason}`]}`,
    more: problems > 1 ? words.importMore(String(problems)) : '',
  };
}
