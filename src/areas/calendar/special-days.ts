import { listAgencyNames } from '#areas/agencies/public.ts';
import { listZonesOf } from '#areas/malls/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { addDays, dayAt, type Day } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { ExceptionScope, type SpecialDay, type SpecialSeason } from './contract.ts';
import { findSharedDays } from './rules/day-plan.ts';
import { countWeekHours, PLANNED_DAYS_MAX, refuseWrongHours } from './given-hours.ts';
import type { DayInterval } from './rules/weekly-hours.ts';
import {
  deleteException,
  deleteSeason,
  endSeasonOn,
  insertException,
  insertSeason,
  listExceptionRows,
  listSeasonRows,
  lockDays,
} from './seasons-store.ts';

/** How far back the page of special days looks. */
const SHOWN_BACK_DAYS = 366;

const todayOf = (tx: Tx, staff: StaffActor): Day => dayAt(tx.now.getTime(), staff.timeZone);

/** Seasons and single days of the last year and all to come; an agency's head sees the mall's and the own. */
export async function listSpecialDays(
  tx: Tx,
  staff: StaffActor,
): Promise<{ today: string; seasons: SpecialSeason[]; exceptions: SpecialDay[] }> {
  const today = todayOf(tx, staff);
  const asked = {
    mallId: staff.mallId,
    from: addDays(today, -SHOWN_BACK_DAYS),
    until: addDays(today, PLANNED_DAYS_MAX * 2),
  };
  const concerns = ({ agency_id }: { agency_id: string | null }) =>
    staff.agencyId === null || agency_id === null || agency_id === staff.agencyId;
  const seasons = (await listSeasonRows(tx, asked)).filter(concerns);
  const exceptions = (await listExceptionRows(tx, asked)).filter(concerns);
  return {
    today,
    seasons: seasons.map((row) => ({
      id: row.id,
      agencyShortName: row.agency_short_name,
      name: row.name,
      basis: row.basis,
      firstDay: row.first_day,
      lastDay: row.last_day,
      hours: row.hours,
    })),
    exceptions: exceptions.map((row) => ({
      id: row.id,
      agencyShortName: row.agency_short_name,
      day: row.day,
      scope: ExceptionScope.parse(row.scope),
      reason: row.reason,
      hours: row.hours,
    })),
  };
}

interface SeasonWish {
  readonly agencyId: string | null;
  readonly name: string;
  readonly basis: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly hours: readonly (DayInterval & { readonly weekday: number })[];
}

/** Refusals: HOURS_WRONG, SEASON_DAYS, SEASON_OVERLAPS with the other's name, AGENCY_UNKNOWN. */
export async function addSeason(tx: Tx, staff: StaffActor, wish: SeasonWish): Promise<{ seasonId: string }> {
  refuseWrongHours(wish.hours);
  const today = todayOf(tx, staff);
  const tooLong = wish.lastDay > addDays(today, PLANNED_DAYS_MAX * 2);
  if (wish.firstDay < today || wish.lastDay < wish.firstDay || tooLong) refused(refuse('SEASON_DAYS'));
  const agency = await findAgencyName(tx, staff, wish.agencyId);
  await lockDays(tx, staff.mallId);
  const { firstDay, lastDay } = wish;
  const rows = await listSeasonRows(tx, { mallId: staff.mallId, from: firstDay, until: lastDay });
  const others = rows
    .filter((row) => row.agency_id === wish.agencyId)
    .map((row) => ({ firstDay: row.first_day, lastDay: row.last_day, name: row.name }));
  const shared = findSharedDays(wish, others);
  if (shared !== undefined) refused(refuse('SEASON_OVERLAPS', { name: shared.name }));
  const seasonId = newId();
  await insertSeason(tx, { ...wish, mallId: staff.mallId, id: seasonId });
  await tellDays(tx, staff, {
    subjectKind: 'season',
    subjectId: seasonId,
    agencyId: wish.agencyId,
    facts: {
      ...(agency === null ? {} : { agency }),
      name: wish.name,
      basis: wish.basis,
      from: firstDay,
      until: lastDay,
      hoursPerWeek: countWeekHours(wish.hours),
    },
  });
  return { seasonId };
}

/**
 * Ends a season: one that has not begun is taken back, one that runs ended yesterday. What was stays as it was.
 * Refusals: SEASON_UNKNOWN, SEASON_OVER.
 */
export async function endSeason(tx: Tx, staff: StaffActor, seasonId: string): Promise<Record<never, never>> {
  const today = todayOf(tx, staff);
  await lockDays(tx, staff.mallId);
  const rows = await listSeasonRows(tx, { mallId: staff.mallId, from: '0001-01-01', until: '9999-12-31' });
  const season = rows.find((row) => row.id === seasonId);
  if (season === undefined) return refused(refuse('SEASON_UNKNOWN'));
  if (season.last_day < today) refused(refuse('SEASON_OVER', { name: season.name }));
  if (season.first_day >= today) await deleteSeason(tx, staff.mallId, seasonId);
  else await endSeasonOn(tx, staff.mallId, seasonId, addDays(today, -1));
  await tellDays(tx, staff, {
    subjectKind: 'season',
    subjectId: seasonId,
    agencyId: season.agency_id,
    facts: {
      ...(season.agency_short_name === null ? {} : { agency: season.agency_short_name }),
      name: season.name,
      from: season.first_day,
      until: season.last_day,
    },
  });
  return {};
}

interface ExceptionWish {
  readonly scope: ExceptionScope;
  readonly agencyId: string | null;
  readonly day: string;
  readonly reason: string;
  readonly hours: readonly DayInterval[];
}

/** Refusals: HOURS_WRONG, HOURS_DAY, DAY_TAKEN when something is said of the day already, AGENCY_UNKNOWN. */
export async function addException(
  tx: Tx,
  staff: StaffActor,
  wish: ExceptionWish,
): Promise<{ exceptionId: string }> {
  refuseWrongHours(wish.hours.map((hours) => ({ ...hours, weekday: 1 })));
  const today = todayOf(tx, staff);
  if (wish.day < today || wish.day > addDays(today, PLANNED_DAYS_MAX)) refused(refuse('HOURS_DAY'));
  const agencyId = wish.scope === 'agency' ? wish.agencyId : null;
  if (wish.scope === 'agency' && agencyId === null) refused(refuse('AGENCY_UNKNOWN'));
  const agency = await findAgencyName(tx, staff, agencyId);
  await lockDays(tx, staff.mallId);
  const rows = await listExceptionRows(tx, { mallId: staff.mallId, from: wish.day, until: wish.day });
  const other = rows.find((row) => row.agency_id === agencyId);
  if (other !== undefined) refused(refuse('DAY_TAKEN', { reason: other.reason }));
  const exceptionId = newId();
  await insertException(tx, { ...wish, agencyId, mallId: staff.mallId, id: exceptionId });
  await tellDays(tx, staff, {
    subjectKind: 'special-day',
    subjectId: exceptionId,
    agencyId,
    facts: {
      ...(agency === null ? { scope: wish.scope } : { agency }),
      reason: wish.reason,
      day: wish.day,
      hours: sayHours(wish.hours),
    },
  });
  return { exceptionId };
}

/** Refusals: DAY_UNKNOWN, HOURS_DAY for a day that is over. */
export async function removeException(
  tx: Tx,
  staff: StaffActor,
  exceptionId: string,
): Promise<Record<never, never>> {
  await lockDays(tx, staff.mallId);
  const rows = await listExceptionRows(tx, { mallId: staff.mallId, from: '0001-01-01', until: '9999-12-31' });
  const found = rows.find((row) => row.id === exceptionId);
  if (found === undefined) return refused(refuse('DAY_UNKNOWN'));
  if (found.day < todayOf(tx, staff)) refused(refuse('HOURS_DAY'));
  await deleteException(tx, staff.mallId, exceptionId);
  await tellDays(tx, staff, {
    subjectKind: 'special-day',
    subjectId: exceptionId,
    agencyId: found.agency_id,
    facts: {
      ...(found.agency_short_name === null ? { scope: found.scope } : { agency: found.agency_short_name }),
      reason: found.reason,
      day: found.day,
    },
  });
  return {};
}

async function findAgencyName(tx: Tx, staff: StaffActor, agencyId: string | null): Promise<string | null> {
  if (agencyId === null) return null;
  const agency = (await listAgencyNames(tx, staff.mallId)).find(({ id }) => id === agencyId);
  return agency?.shortName ?? refused(refuse('AGENCY_UNKNOWN'));
}

/** `08:00-12:00, 13:00-15:00`; `closed` for none. */
function sayHours(hours: readonly DayInterval[]): string {
  return hours.map(({ opens, closes }) => `${opens}-${closes}`).join(', ') || 'closed';
}

/** The trail, and all whose hours may be others now: they look again. */
async function tellDays(
  tx: Tx,
  { mallId }: StaffActor,
  line: {
    subjectKind: 'season' | 'special-day';
    subjectId: string;
    agencyId: string | null;
    facts: Readonly<Record<string, string | number>>;
  },
): Promise<void> {
  tx.record(line);
  const zones = (await listZonesOf(tx, mallId)).map(({ id }) => `zone:${id}`);
  const agencies = line.agencyId === null ? await listAgencyNames(tx, mallId) : [{ id: line.agencyId }];
  const topics = [`mall:${mallId}`, ...zones, ...agencies.map(({ id }) => `agency:${id}`)];
  tx.emit({ mallId, kind: 'hours', topics, payload: {} });
}
