import type { KeptDayLine } from '#areas/reports/contract.ts';
import type { KeptState } from '#areas/reports/rules/kept-day.ts';
import { weekdayOf, type Day } from '#platform/values/day.ts';

export interface CalendarCell {
  readonly day: string;
  readonly state: KeptState;
  /** From 0: the week from the left, and the weekday from Monday. */
  readonly column: number;
  readonly row: number;
}

export interface KeptCalendarPicture {
  readonly cells: readonly CalendarCell[];
  readonly columns: number;
  /** Weekdays that are drawn, from 1: a week without promised weekends ends on Friday. */
  readonly rows: number;
  /** Where a month's name stands. */
  readonly months: readonly { readonly column: number; readonly month: string }[];
}

const DRAWN: readonly KeptState[] = ['kept', 'late', 'early', 'absent', 'excused', 'running'];

/** Lays the days of a stretch out by week and weekday, from the first day for which anything was promised. */
export function drawKeptCalendar(calendar: readonly KeptDayLine[]): KeptCalendarPicture {
  const first = calendar.findIndex(({ state }) => DRAWN.includes(state));
  const days = first === -1 ? [] : calendar.slice(first);
  const [start] = days;
  if (start === undefined) return { cells: [], columns: 0, rows: 0, months: [] };
  const offset = weekdayOf(start.day as Day) - 1;
  const cells = days
    .map(({ day, state }, place) => ({
      ...{ day, state },
      column: Math.floor((place + offset) / 7),
      row: (place + offset) % 7,
    }))
    .filter(({ state }) => DRAWN.includes(state));
  const months = cells.reduce<{ column: number; month: string }[]>((found, { day, column }) => {
    const month = day.slice(0, 7);
    if (found.at(-1)?.month !== month) found.push({ column, month });
    return found;
  }, []);
  return {
    cells,
    columns: Math.max(...cells.map(({ column }) => column)) + 1,
    rows: Math.max(5, ...cells.map(({ row }) => row + 1)),
    // Two names in neighbouring columns would lie on one another.
    months: months.filter(({ column }, place) => (months[place + 1]?.column ?? Infinity) - column > 1),
  };
}

/** How the days of absence lie over the week: the weekday that has most of them, and how many of all. */
export function findAbsencePattern(
  calendar: readonly KeptDayLine[],
): { readonly weekday: number; readonly count: number; readonly all: number } | undefined {
  const absent = calendar.filter(({ state }) => state === 'absent');
  const byWeekday = Map.groupBy(absent, ({ day }) => weekdayOf(day as Day));
  const [most] = [...byWeekday].toSorted((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  return most && { weekday: most[0], count: most[1].length, all: absent.length };
}
