import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#platform/database/transaction.ts';
import type { DayInterval } from './rules/weekly-hours.ts';

/** Years of seasons and special days; the bound only keeps a broken import from flooding a page. */
const SEASONS_MAX = 500;
const EXCEPTIONS_MAX = 1_000;

/** Whose days are read: of the whole mall and of one agency, or of everybody. */
interface DaysAsked {
  readonly mallId: string;
  readonly from: string;
  readonly until: string;
}

/** Seasons that share a day with the days asked for, by their first day. */
export function listSeasonRows(tx: Tx, { mallId, from, until }: DaysAsked) {
  return tx.db
    .selectFrom('season as s')
    .leftJoin('agency as a', (join) =>
      join.onRef('a.mall_id', '=', 's.mall_id').onRef('a.id', '=', 's.agency_id'),
    )
    .select((eb) => [
      's.id',
      's.agency_id',
      'a.short_name as agency_short_name',
      's.name',
      's.basis',
      's.first_day',
      's.last_day',
      jsonArrayFrom(
        eb
          .selectFrom('season_hours as h')
          .select(['h.weekday', 'h.opens', 'h.closes'])
          .whereRef('h.mall_id', '=', 's.mall_id')
          .whereRef('h.season_id', '=', 's.id')
          .orderBy('h.weekday')
          .orderBy('h.opens'),
      ).as('hours'),
    ])
    .where('s.mall_id', '=', mallId)
    .where('s.first_day', '<=', until)
    .where('s.last_day', '>=', from)
    .orderBy('s.first_day')
    .orderBy('s.id')
    .limit(SEASONS_MAX)
    .execute();
}

/** Single days among those asked for, by day. */
export function listExceptionRows(tx: Tx, { mallId, from, until }: DaysAsked) {
  return tx.db
    .selectFrom('day_exception as e')
    .leftJoin('agency as a', (join) =>
      join.onRef('a.mall_id', '=', 'e.mall_id').onRef('a.id', '=', 'e.agency_id'),
    )
    .select((eb) => [
      'e.id',
      'e.agency_id',
      'a.short_name as agency_short_name',
      'e.day',
      'e.scope',
      'e.reason',
      jsonArrayFrom(
        eb
          .selectFrom('day_exception_hours as h')
          .select(['h.opens', 'h.closes'])
          .whereRef('h.mall_id', '=', 'e.mall_id')
          .whereRef('h.exception_id', '=', 'e.id')
          .orderBy('h.opens'),
      ).as('hours'),
    ])
    .where('e.mall_id', '=', mallId)
    .where('e.day', '<=', until)
    .where('e.day', '>=', from)
    .orderBy('e.day')
    .orderBy('e.id')
    .limit(EXCEPTIONS_MAX)
    .execute();
}

export interface NewSeason {
  readonly mallId: string;
  readonly id: string;
  readonly agencyId: string | null;
  readonly name: string;
  readonly basis: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly hours: readonly (DayInterval & { readonly weekday: number })[];
}

/** The days are free and the hours do not overlap: the caller has looked. */
export async function insertSeason(tx: Tx, season: NewSeason): Promise<void> {
  const { mallId: mall_id, id } = season;
  await tx.db
    .insertInto('season')
    .values({
      mall_id,
      id,
      agency_id: season.agencyId,
      name: season.name,
      basis: season.basis,
      first_day: season.firstDay,
      last_day: season.lastDay,
    })
    .execute();
  const hours = season.hours.map((one) => ({ mall_id, season_id: id, ...one }));
  if (hours.length > 0) await tx.db.insertInto('season_hours').values(hours).execute();
}

export async function endSeasonOn(tx: Tx, mallId: string, id: string, lastDay: string): Promise<void> {
  await tx.db
    .updateTable('season')
    .set({ last_day: lastDay })
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .execute();
}

export async function deleteSeason(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('season').where('mall_id', '=', mallId).where('id', '=', id).execute();
}

interface NewException {
  readonly mallId: string;
  readonly id: string;
  readonly agencyId: string | null;
  readonly day: string;
  readonly scope: string;
  readonly reason: string;
  readonly hours: readonly DayInterval[];
}

/** Nothing else is said of the day: the caller has looked. */
export async function insertException(tx: Tx, exception: NewException): Promise<void> {
  const { mallId: mall_id, id, agencyId: agency_id, day, scope, reason } = exception;
  await tx.db.insertInto('day_exception').values({ mall_id, id, agency_id, day, scope, reason }).execute();
  const hours = exception.hours.map((one) => ({ mall_id, exception_id: id, ...one }));
  if (hours.length > 0) await tx.db.insertInto('day_exception_hours').values(hours).execute();
}

export async function deleteException(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('day_exception').where('mall_id', '=', mallId).where('id', '=', id).execute();
}

/** The mall's row, locked: two who change its days follow one another, whichever agency they are about. */
export async function lockDays(tx: Tx, mallId: string): Promise<void> {
  await tx.db.selectFrom('mall').select('id').where('id', '=', mallId).forNoKeyUpdate().execute();
}
