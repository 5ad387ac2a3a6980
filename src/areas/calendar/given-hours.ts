import { refused } from '#platform/contract/procedure.ts';
import { refuse } from '#platform/values/refusal.ts';
import { findHoursProblems, type DayInterval } from './rules/weekly-hours.ts';

/** How far ahead hours can be planned. */
export const PLANNED_DAYS_MAX = 366;

/** Refuses HOURS_WRONG with the place of the first problem and how many there are. */
export function refuseWrongHours(hours: readonly (DayInterval & { readonly weekday: number })[]): void {
  const problems = findHoursProblems(hours);
  const [first] = problems;
  if (first === undefined) return;
  const { weekday, opens, closes } = hours[first.at]!;
  refused(
    refuse('HOURS_WRONG', { weekday, opens, closes, problem: first.problem, problems: problems.length }),
  );
}

/** Hours of a week to one decimal, as the law counts them: 37.5. */
export function countWeekHours(hours: readonly DayInterval[]): number {
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const minutes = hours.reduce((sum, { opens, closes }) => sum + minutesOf(closes) - minutesOf(opens), 0);
  return Math.round(minutes / 6) / 10;
}
