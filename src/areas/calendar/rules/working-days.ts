import { addDays, compareDays, weekdayOf } from '#platform/values/day.ts';
import type { Day } from '#platform/values/day.ts';
import { dayKind } from './day-kinds.ts';
import type { HolidayCalendar } from './day-kinds.ts';

/** Working days per week: Monday–Friday or Monday–Saturday; each agency declares its own. */
export type WeekPattern = 5 | 6;

/** Ten years: no clock of an agency runs longer, and every loop here is bounded by it. */
const SPAN_DAYS_MAX = 3660;

/**
 * Is it a working day (hari kerja)? The weekly rest day is known for every year; any other day of a
 * year that was not imported is 'unknown'. Joint leave (cuti bersama) is no working day: the same
 * joint decree of three ministers sets holidays and joint leave.
 */
export function isWorkingDay(
  day: Day,
  calendar: HolidayCalendar,
  weekPattern: WeekPattern,
): boolean | 'unknown' {
  if (weekdayOf(day) > weekPattern) return false;
  const { kind } = dayKind(day, calendar);
  return kind === 'unknown' ? 'unknown' : kind === 'ordinary';
}

/**
 * The day on which a period of `n` working days ends. The start day itself does not count: day 1 is
 * the next working day after the file is complete. A day whose kind is unknown counts by its weekday,
 * and `certain` is then false. `n` = 0 is the start day. Throws RangeError for a negative or broken
 * `n`, and past ten years.
 */
export function addWorkingDays(
  start: Day,
  n: number,
  calendar: HolidayCalendar,
  weekPattern: WeekPattern,
): { day: Day; certain: boolean } {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = start;
  let certain = true;
  for (let counted = 0, walked = 0; counted < n; walked += 1) {
    if (walked >= SPAN_DAYS_MAX) throw new RangeError(`${n} working days from ${start} pass ten years`);
    day = addDays(day, 1);
    const working = isWorkingDay(day, calendar, weekPattern);
    if (working === 'unknown') certain = false;
    if (working !== false) counted += 1;
  }
  return { day, certain };
}

/**
 * How many working days lie after `from` up to and including `to`; negative when `to` is earlier
 * (a deadline that passed). Unknown days count by their weekday, and `certain` is then false.
 * Throws RangeError past ten years.
 */
export function workingDaysBetween(
  from: Day,
  to: Day,
  calendar: HolidayCalendar,
  weekPattern: WeekPattern,
): { days: number; certain: boolean } {
  if (compareDays(to, from) < 0) {
    const { days, certain } = workingDaysBetween(to, from, calendar, weekPattern);
    return { days: 0 - days, certain };
  }
  let days = 0;
  let certain = true;
  let day = from;
  for (let walked = 0; compareDays(day, to) < 0; walked += 1) {
    if (walked >= SPAN_DAYS_MAX) throw new RangeError(`${from} to ${to} passes ten years`);
    day = addDays(day, 1);
    const working = isWorkingDay(day, calendar, weekPattern);
    if (working === 'unknown') certain = false;
    if (working !== false) days += 1;
  }
  return { days, certain };
}
