import type { Tx } from '#platform/database/transaction.ts';
import { parseDay, type Day } from '#platform/values/day.ts';
import { Holiday } from './contract.ts';
import type { HolidayCalendar, NamedDay } from './rules/day-kinds.ts';
import { listHolidayRows, replaceHolidayRows } from './store.ts';

/** The imported decrees of these years, as the rules want them. A year that is absent stays unknown. */
export async function loadHolidayCalendar(tx: Tx, years: readonly number[]): Promise<HolidayCalendar> {
  if (years.length === 0) return { years: new Set(), days: new Map() };
  const rows = await listHolidayRows(tx, years);
  const days = rows.flatMap((row): [Day, NamedDay][] => {
    if (row.day === null) return [];
    const { day, kind, name, decree, confidence } = Holiday.parse(row);
    return [[day as Day, { kind, name, decree, confidence }]];
  });
  return { years: new Set(rows.map((row) => row.year)), days: new Map(days) };
}

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
 * Puts a decree's days in the place of all that was known of the years they lie in.
 * The days are checked by the caller: each exists and occurs once.
 */
export async function replaceHolidays(
  tx: Tx,
  holidays: readonly Holiday[],
): Promise<{ years: number[]; days: number }> {
  const years = [...new Set(holidays.map(({ day }) => yearOf(day)))].sort((a, b) => a - b);
  if (years.length > 0) await replaceHolidayRows(tx, years, holidays);
  return { years, days: holidays.length };
}

function yearOf(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`not a day: ${text}`);
  return Number(day.slice(0, 4));
}
