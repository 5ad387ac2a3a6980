import type { Tx } from '#platform/database/transaction.ts';
import type { Day } from '#platform/values/day.ts';
import { Holiday } from './contract.ts';
import type { HolidayCalendar, NamedDay } from './rules/day-kinds.ts';
import { listHolidayRows } from './store.ts';

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
