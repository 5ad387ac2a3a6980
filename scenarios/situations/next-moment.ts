import { addDays, atTime, dayAt, weekdayOf, type Day, type Weekday } from '#platform/values/day.ts';

/** When a situation takes place, on the wall of the mall. */
export interface Moment {
  readonly weekdays: readonly Weekday[];
  readonly time: string;
  /** First and last day of the stretches of days in which it can take place; anywhere when left out. */
  readonly within?: readonly { readonly from: string; readonly to: string }[];
  /** A program started again this soon after the moment goes on where it was. */
  readonly lastsMinutes: number;
}

/** As far as is looked: Ramadan comes once in a lunar year. */
const DAYS_MAX = 400;

/**
 * The instant (epoch ms) to which the clock goes so that the moment is now: `now` itself when it is still going on,
 * else the next time it comes. Never before `now`, because what happened in a mall must not lie in its future. Undefined
 * when it does not come within 400 days.
 */
export function nextMoment(
  moment: Moment,
  { now, zone, holidays }: { now: number; zone: string; holidays: ReadonlySet<string> },
): number | undefined {
  const today = dayAt(now, zone);
  for (let ahead = 0; ahead <= DAYS_MAX; ahead += 1) {
    const day = addDays(today, ahead);
    if (!suits(moment, day) || holidays.has(day)) continue;
    const at = atTime(day, moment.time, zone);
    if (at >= now) return at;
    if (now < at + moment.lastsMinutes * 60_000) return now;
  }
  return undefined;
}

function suits({ weekdays, within }: Moment, day: Day): boolean {
  if (!weekdays.includes(weekdayOf(day))) return false;
  return within === undefined || within.some(({ from, to }) => from <= day && day <= to);
}
