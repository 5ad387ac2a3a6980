import { listBoothWeeks } from '#areas/agencies/public.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { addDays, type Day } from '#platform/values/day.ts';
import { ExceptionScope, type OpeningDays } from './contract.ts';
import { dayKind } from './rules/day-kinds.ts';
import { planDay, type DayPlan } from './rules/day-plan.ts';
import type { WeeklyInterval } from './rules/weekly-hours.ts';
import { loadHolidayCalendar } from './load-calendar.ts';
import { listExceptionRows, listSeasonRows } from './seasons-store.ts';

/** What decides the hours of a booth, with whose it is. */
export interface BoothPlan extends DayPlan {
  readonly agencyId: string;
  readonly agencyShortName: string;
}

/** The plans of all booths of active agencies for a stretch of days, by the agency's short name. Four statements. */
export async function loadBoothPlans(
  tx: Tx,
  mallId: string,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<BoothPlan[]> {
  const range = { mallId, from, until };
  const years = { first: Number(from.slice(0, 4)), last: Number(until.slice(0, 4)) };
  const calendar = await loadHolidayCalendar(
    tx,
    Array.from({ length: years.last - years.first + 1 }, (_, n) => years.first + n),
  );
  const seasons = await listSeasonRows(tx, range);
  const exceptions = await listExceptionRows(tx, range);
  const booths = await listBoothWeeks(tx, mallId, null);
  return booths.map((booth) => ({
    agencyId: booth.agency_id,
    agencyShortName: booth.agency_short_name,
    weeks: booth.weeks.map(({ valid_from, hours }) => ({
      validFrom: valid_from,
      hours: hours as readonly WeeklyInterval[],
    })),
    seasons: seasons
      .filter(({ agency_id }) => agency_id === null || agency_id === booth.agency_id)
      .map((row) => ({
        firstDay: row.first_day,
        lastDay: row.last_day,
        name: row.name,
        ofAgency: row.agency_id !== null,
        hours: row.hours as WeeklyInterval[],
      })),
    exceptions: exceptions
      .filter(({ agency_id }) => agency_id === null || agency_id === booth.agency_id)
      .map((row) => ({
        day: row.day,
        scope: ExceptionScope.parse(row.scope),
        reason: row.reason,
        hours: row.hours,
      })),
    calendar,
    servesHolidays: booth.serves_holidays,
    weekdays: booth.weekdays,
    site: booth.site,
  }));
}

/** What is planned for each booth on each of these days, closures aside, and why. */
export async function listOpeningDays(
  tx: Tx,
  mallId: string,
  asked: { readonly from: Day; readonly days: number },
): Promise<OpeningDays> {
  const days = Array.from({ length: asked.days }, (_, n) => addDays(asked.from, n));
  const calendar = await loadHolidayCalendar(tx, [...new Set(days.map((day) => Number(day.slice(0, 4))))]);
  const plans = await loadBoothPlans(tx, mallId, { from: asked.from, until: days.at(-1)! });
  return {
    days: days.map((day) => {
      const kind = dayKind(day, calendar);
      return { day, known: kind.kind !== 'unknown', holiday: 'name' in kind ? kind.name : null };
    }),
    booths: plans.map(({ agencyId, agencyShortName, ...plan }) => ({
      agencyId,
      agencyShortName,
      days: days.map((day) => {
        const { hours, source } = planDay(day, plan);
        return {
          hours: hours.map(({ opens, closes }) => ({ opens, closes })),
          because: source.kind,
          name: 'name' in source ? source.name : null,
        };
      }),
    })),
  };
}
