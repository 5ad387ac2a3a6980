import { formatNumber } from '../format/numbers.ts';
import { formatDay, formatOpening, formatWeekday } from '../format/times.ts';
import type { Language } from './language.ts';
import type { RefusalCatalogue, RefusalCode, RefusalFacts, RefusalWords } from './refusal-facts.ts';

/** A refusal as rules and the contract give it: a code and bare facts (epoch milliseconds, counts, names). */
export interface BareRefusal {
  readonly refused: string;
  readonly facts: Readonly<Record<string, string | number | null | undefined>>;
}

export interface Reader {
  readonly language: Language;
  readonly zone: string;
  /** Epoch milliseconds, so that "today" and "tomorrow" can be said. */
  readonly now: number;
}

const TEXT_FACTS = [
  'agency',
  'name',
  'reason',
  'number',
  'counter',
  'services',
  'series',
  'free',
  'holder',
  'row',
  'column',
  'code',
  'clock',
] as const;
const COUNT_FACTS = [
  'item',
  'other',
  'limit',
  'problems',
  'parties',
  'waitSeconds',
  'waiting',
  'calls',
  'seconds',
  'openMin',
  'minutes',
  'tries',
] as const;

/**
 * The words for a refusal: `opensAt` as an epoch becomes `besok 08.00 WITA`. A code without words (it can only
 * come from a newer server) is told as a fault, so the screen never stays silent.
 */
export function sayRefusal(refusal: BareRefusal, catalogue: RefusalCatalogue, reader: Reader): RefusalWords {
  const code: RefusalCode = isKnown(refusal.refused, catalogue) ? refusal.refused : 'FAULT';
  return catalogue[code](formatFacts(refusal.facts, reader));
}

function isKnown(code: string, catalogue: RefusalCatalogue): code is RefusalCode {
  return Object.hasOwn(catalogue, code);
}

function formatFacts(facts: BareRefusal['facts'], reader: Reader): RefusalFacts {
  const said: { -readonly [F in keyof RefusalFacts]: string } = {};
  for (const fact of TEXT_FACTS) {
    const value = facts[fact];
    if (value !== undefined && value !== null && value !== '') said[fact] = String(value);
  }
  for (const fact of COUNT_FACTS) {
    const value = facts[fact];
    if (typeof value === 'number') said[fact] = formatNumber(value, reader.language, 0);
  }
  const day = facts['day'];
  if (typeof day === 'string') said.day = formatDay(day, reader.language);
  const weekday = facts['weekday'];
  if (typeof weekday === 'number') said.weekday = formatWeekday(weekday, reader.language);
  const opensAt = facts['opensAt'];
  if (typeof opensAt === 'number') {
    said.opensAt = formatOpening(opensAt, reader.now, reader.zone, reader.language);
  }
  return said;
}
