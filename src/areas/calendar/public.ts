import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Holiday } from './contract.ts';
import { parseHolidays } from './import-holidays.ts';
import { loadHolidayCalendar } from './load-calendar.ts';
import { insertSeason, type NewSeason } from './seasons-store.ts';
import { replaceHolidayRows } from './store.ts';

/** Holidays and joint leave of a year; `imported: false` means unknown, not empty. */
export async function listHolidays(
  tx: Tx,
  year: number,
): Promise<{ year: number; imported: boolean; days: Holiday[] }> {
  const calendar = await loadHolidayCalendar(tx, [year]);
  const days = [...calendar.days].map(([day, named]) => ({ day, ...named }));
  return { year, imported: calendar.years.has(year), days };
}

/**
 * Imports joint decrees from CSV (see `parseHolidays`): their days take the place of all that was known of the years
 * they lie in. One problem refuses the whole file, since a missing holiday is a promise broken.
 * Refusals: HOLIDAYS_UNREADABLE with row, column and reason of the first problem and the number of all.
 */
export async function importHolidays(tx: Tx, csv: string): Promise<{ years: number[]; days: number }> {
  const { rows, problems } = parseHolidays(csv);
  const [first] = problems;
  if (first !== undefined) {
    refused(refuse('HOLIDAYS_UNREADABLE', { ...first, problems: problems.length }));
  }
  if (rows.length === 0) {
    refused(refuse('HOLIDAYS_UNREADABLE', { row: 1, column: '', reason: 'empty', problems: 1 }));
  }
  return replaceHolidays(tx, rows);
}

/** Imports only those years of the CSV that were not imported before: a new mall does not undo what was corrected. */
export async function importNewYears(tx: Tx, csv: string): Promise<void> {
  const { rows } = parseHolidays(csv);
  const years = [...new Set(rows.map(({ day }) => yearOf(day)))];
  const known = (await loadHolidayCalendar(tx, years)).years;
  const fresh = rows.filter(({ day }) => !known.has(yearOf(day)));
  if (fresh.length > 0) await replaceHolidays(tx, fresh);
}

/** The days exist and each occurs once: the caller has looked. */
export async function replaceHolidays(
  tx: Tx,
  holidays: readonly Readonly<Holiday>[],
): Promise<{ years: number[]; days: number }> {
  const years = [...new Set(holidays.map(({ day }) => yearOf(day)))].sort((a, b) => a - b);
  await replaceHolidayRows(tx, years, holidays);
  const decrees = [...new Set(holidays.map(({ decree }) => decree))];
  const facts = { days: holidays.length, decrees };
  tx.record({ subjectKind: 'holidays', subjectId: years.join(' '), facts });
  return { years, days: holidays.length };
}

/** Keeps a season as it is told, also one that is over: its days are free, the caller has looked. */
export async function planSeason(tx: Tx, season: Omit<NewSeason, 'id'>): Promise<void> {
  await insertSeason(tx, { ...season, id: newId() });
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export { refuseWrongHours } from './given-hours.ts';
export { loadBoothPlans, type BoothPlan } from './list-days.ts';
export { loadHolidayCalendar } from './load-calendar.ts';
