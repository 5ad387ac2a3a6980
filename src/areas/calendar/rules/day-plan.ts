import { siteOn, type SiteDays } from '#areas/malls/rules/site-days.ts';
import { weekdayOf, type Day } from '#platform/values/day.ts';
import { dayKind, type HolidayCalendar, type NamedDay } from './day-kinds.ts';
import { weekOn, type BoothWeek, type DayInterval, type WeeklyInterval } from './weekly-hours.ts';

/** A named stretch of days with a week of its own, such as Ramadan; both days belong to it. */
export interface Season {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly name: string;
  /** False: of the whole mall. */
  readonly ofAgency: boolean;
  readonly hours: readonly WeeklyInterval[];
}

/** Whom a single day concerns: one agency, the booths that would be open that day, or every booth of the mall. */
export type ExceptionScope = 'agency' | 'planned' | 'everybody';

/** A day that is not as usual: other hours, or none at all. */
export interface DayException {
  readonly day: string;
  readonly scope: ExceptionScope;
  readonly reason: string;
  readonly hours: readonly DayInterval[];
}

/** What decides which hours a booth has on which day. */
export interface DayPlan {
  /** In any order; the latest that has begun holds. */
  readonly weeks: readonly BoothWeek[];
  /** Of the agency and of its mall. */
  readonly seasons: readonly Season[];
  readonly exceptions: readonly DayException[];
  readonly calendar: HolidayCalendar;
  /** Serves on holidays and joint leave as on any other day of that weekday. */
  readonly servesHolidays: boolean;
  /** The days, 1 for Monday, on which the booth has its place, which it shares; null: always. */
  readonly weekdays: readonly number[] | null;
  /** Of the site at which the booth stands. */
  readonly site: SiteDays;
}

/** Why a day has the hours that it has. */
export type DaySource =
  | { readonly kind: 'week' | 'site-not-yet' | 'site-over' }
  | { readonly kind: 'season'; readonly name: string }
  | { readonly kind: NamedDay['kind']; readonly name: string }
  | { readonly kind: 'exception'; readonly name: string };

export interface PlannedDay {
  /** In their order. */
  readonly hours: readonly DayInterval[];
  readonly source: DaySource;
}

/**
 * The hours planned for a day, closures aside. A single day goes before a holiday, that before a season, that before
 * the week; what is said for the agency goes before what is said for the mall. A season of the mall changes the hours of
 * those who come: whoever is not there on Tuesdays is not there on Tuesdays in Ramadan either. On the day of somebody else
 * at a shared place nothing opens it, and before all else comes whether its site is there.
 */
export function planDay(day: Day, plan: DayPlan): PlannedDay {
  const there = siteOn(day, plan.site);
  if (there !== 'there') return { hours: [], source: { kind: `site-${there}` } };
  if (plan.weekdays?.includes(weekdayOf(day)) === false) return { hours: [], source: { kind: 'week' } };
  const usual = planUsualDay(day, plan);
  const exception = findException(day, plan.exceptions);
  if (exception === undefined || (exception.scope === 'planned' && usual.hours.length === 0)) return usual;
  return { hours: inOrder(exception.hours), source: { kind: 'exception', name: exception.reason } };
}

function planUsualDay(day: Day, plan: DayPlan): PlannedDay {
  const inSeason = planSeasonDay(day, plan);
  const kind = dayKind(day, plan.calendar);
  if (plan.servesHolidays || (kind.kind !== 'holiday' && kind.kind !== 'joint-leave')) return inSeason;
  // On a day on which nobody would come anyway the holiday is not the reason.
  return inSeason.hours.length === 0 ? inSeason : { hours: [], source: { kind: kind.kind, name: kind.name } };
}

function planSeasonDay(day: Day, plan: DayPlan): PlannedDay {
  const weekday = weekdayOf(day);
  const on = (hours: readonly WeeklyInterval[]) => inOrder(hours.filter((one) => one.weekday === weekday));
  const weekly = on(weekOn(day, plan.weeks)?.hours ?? []);
  const holding = plan.seasons.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  const season = holding.find(({ ofAgency }) => ofAgency) ?? holding[0];
  if (season === undefined) return { hours: weekly, source: { kind: 'week' } };
  const comes = season.ofAgency || weekly.length > 0;
  return { hours: comes ? on(season.hours) : [], source: { kind: 'season', name: season.name } };
}

function findException(day: Day, exceptions: readonly DayException[]): DayException | undefined {
  const ofDay = exceptions.filter((exception) => exception.day === day);
  return ofDay.find(({ scope }) => scope === 'agency') ?? ofDay[0];
}

function inOrder(hours: readonly DayInterval[]): readonly DayInterval[] {
  return hours.toSorted((a, b) => (a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : 0));
}

/** The first of these stretches of days that shares a day with the one asked for. */
export function findSharedDays<S extends { readonly firstDay: string; readonly lastDay: string }>(
  asked: { readonly firstDay: string; readonly lastDay: string },
  others: readonly S[],
): S | undefined {
  return others.find(({ firstDay, lastDay }) => firstDay <= asked.lastDay && asked.firstDay <= lastDay);
}

/** Whether a day with these hours ends before it would have ended, or is shut that would have been open. */
export function endsEarlier(before: readonly DayInterval[], after: readonly DayInterval[]): boolean {
  return lastClosing(after) < lastClosing(before);
}

/** `HH:MM`, also `24:00`; empty for a day without hours. */
function lastClosing(hours: readonly DayInterval[]): string {
  return hours.reduce((latest, { closes }) => (closes > latest ? closes : latest), '');
}
