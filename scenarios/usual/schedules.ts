import type { WeeklyInterval } from '#areas/calendar/rules/weekly-hours.ts';
import type { Weekday } from '#platform/values/day.ts';

const MONDAY_TO_THURSDAY: readonly Weekday[] = [1, 2, 3, 4];
const WHOLE_WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function on(weekdays: readonly Weekday[], opens: string, closes: string): WeeklyInterval[] {
  return weekdays.map((weekday) => ({ weekday, opens, closes }));
}

/** Counters take turns at lunch; Friday ends before the noon prayer, as malls in the region do. */
export const mallWeek: readonly WeeklyInterval[] = [
  ...on(MONDAY_TO_THURSDAY, '08:00', '15:00'),
  ...on([5], '08:00', '11:00'),
];

/** For an agency with one person at the counter: nobody can take turns, so lunch is a gap. */
export const weekWithNoonBreak: readonly WeeklyInterval[] = [
  ...on(MONDAY_TO_THURSDAY, '08:00', '12:00'),
  ...on(MONDAY_TO_THURSDAY, '13:00', '15:00'),
  ...on([5], '08:00', '11:00'),
];

/** Banks open again after the Friday prayer. */
export const bankWeek: readonly WeeklyInterval[] = [
  ...on(MONDAY_TO_THURSDAY, '08:00', '15:00'),
  ...on([5], '08:00', '11:30'),
  ...on([5], '13:30', '15:00'),
];

export const tuesdayAndThursday: readonly WeeklyInterval[] = on([2, 4], '09:00', '14:00');
export const wednesdayOnly: readonly WeeklyInterval[] = on([3], '08:00', '14:00');
export const thursdayOnly: readonly WeeklyInterval[] = on([4], '08:30', '14:00');

/** The demonstration's schedule: open whenever somebody tries it. */
export const aroundTheClock: readonly WeeklyInterval[] = on(WHOLE_WEEK, '00:00', '24:00');

/** A stand at a festival: late in the day and at the weekend, when people come there. */
export const festivalWeek: readonly WeeklyInterval[] = [
  ...on([5], '15:00', '21:00'),
  ...on([6, 7], '10:00', '21:00'),
];

/**
 * Ramadan: shorter days without a noon break (32.5 hours a week for civil servants, Perpres 21/2023; the mall's own
 * hours are sample data), and Friday still ends before the prayer.
 */
export const ramadanWeek: readonly WeeklyInterval[] = [
  ...on(MONDAY_TO_THURSDAY, '08:00', '14:00'),
  ...on([5], '08:00', '11:00'),
];
