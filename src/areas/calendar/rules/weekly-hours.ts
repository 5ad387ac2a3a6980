import { isClockTime, type Weekday } from '#platform/values/day.ts';

/** One stretch of a day on the wall clock of the mall: 'HH:MM', `closes` may be '24:00'. */
export interface DayInterval {
  readonly opens: string;
  readonly closes: string;
}

/** The same stretch on each such day of the week. */
export interface WeeklyInterval extends DayInterval {
  readonly weekday: Weekday;
}

/** More stretches than this on one day are a slip of the pen. */
export const INTERVALS_A_DAY_MAX = 6;

export type HoursProblemKind =
  /** Not written as a time of day from 00:00 to 24:00. */
  | 'not-a-time'
  /** Ends before it begins, or at once. */
  | 'ends-first'
  /** Shares a minute with an earlier one of the day. */
  | 'overlaps'
  /** Begins where an earlier one ends: the two are one. */
  | 'touches';

export interface HoursProblem {
  /** Which of the given intervals, from 0. */
  readonly at: number;
  readonly problem: HoursProblemKind;
}

/** What is wrong with the hours of a week, each with its place, in the order given. None: they can be kept. */
export function findHoursProblems(
  hours: readonly (DayInterval & { readonly weekday: number })[],
): HoursProblem[] {
  const problems = hours.map((interval, at): HoursProblem | undefined => {
    const own = ownProblem(interval);
    return own === undefined ? undefined : { at, problem: own };
  });
  const sound = hours
    .map((interval, at) => ({ ...interval, at }))
    .filter(({ at }) => problems[at] === undefined)
    .sort((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : a.at - b.at));
  let longest: (typeof sound)[number] | undefined;
  for (const interval of sound) {
    if (longest?.weekday === interval.weekday && interval.opens <= longest.closes) {
      const problem = interval.opens < longest.closes ? 'overlaps' : 'touches';
      problems[interval.at] = { at: interval.at, problem };
    }
    if (longest?.weekday !== interval.weekday || interval.closes > longest.closes) longest = interval;
  }
  return problems.filter((problem) => problem !== undefined);
}

function ownProblem({ opens, closes }: DayInterval): HoursProblemKind | undefined {
  if (!isClockTime(opens) || !isClockTime(closes)) return 'not-a-time';
  return closes <= opens ? 'ends-first' : undefined;
}

/** The stretches of a day without the gap: what lies in it goes, what reaches into it is cut there. */
export function leaveGap(hours: readonly DayInterval[], gap: DayInterval): DayInterval[] {
  return hours.flatMap(({ opens, closes }) =>
    [
      { opens, closes: closes < gap.opens ? closes : gap.opens },
      { opens: opens > gap.closes ? opens : gap.closes, closes },
    ].filter((rest) => rest.opens < rest.closes),
  );
}

/** The Friday prayer, with the walk to the mosque and back; as every gap it can be written otherwise. */
export const FRIDAY_PRAYER: DayInterval = { opens: '11:30', closes: '13:00' };

/** A week that a booth keeps from a day on, until a later one begins. */
export interface BoothWeek {
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  readonly hours: readonly WeeklyInterval[];
}

/** The week that holds on a day: the latest that had begun by then. */
export function weekOn(day: string, weeks: readonly BoothWeek[]): BoothWeek | undefined {
  return weeks.reduce<BoothWeek | undefined>(
    (found, week) =>
      week.validFrom <= day && (found === undefined || week.validFrom > found.validFrom) ? week : found,
    undefined,
  );
}
