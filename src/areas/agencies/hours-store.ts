import { sql } from 'kysely';
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres';
import { sharedWeekdaysSql } from './sharing-store.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** The first day of a week that was there from the beginning. */
export const SINCE_EVER = '2000-01-01';

/** A mall has some dozens of booths, and a booth changes its hours a few times a year. */
const BOOTHS_MAX = 200;
const WEEKS_MAX = 50;

interface HoursRow {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

interface BoothWeeksRow {
  readonly booth_id: string;
  readonly agency_id: string;
  readonly agency_short_name: string;
  readonly serves_holidays: boolean;
  /** Where it shares its place: the days on which it is there. */
  readonly weekdays: readonly number[] | null;
  /** First and last day of the site at which it stands. */
  readonly site: { readonly from: string | null; readonly until: string | null };
  /** Latest first. */
  readonly weeks: readonly {
    readonly valid_from: string;
    readonly revision: number;
    readonly hours: readonly HoursRow[];
  }[];
}

/** The booths of active agencies with their weeks, by the agency's short name; of one agency where one is named. */
export function listBoothWeeks(tx: Tx, mallId: string, agencyId: string | null): Promise<BoothWeeksRow[]> {
  let query = tx.db
    .selectFrom('booth as b')
    .innerJoin('agency as a', (join) =>
      join.onRef('a.mall_id', '=', 'b.mall_id').onRef('a.id', '=', 'b.agency_id'),
    )
    .innerJoin('zone as z', (join) =>
      join.onRef('z.mall_id', '=', 'b.mall_id').onRef('z.id', '=', 'b.zone_id'),
    )
    .innerJoin('site as t', (join) =>
      join.onRef('t.mall_id', '=', 'z.mall_id').onRef('t.id', '=', 'z.site_id'),
    )
    .select((eb) => [
      'b.id as booth_id',
      'a.id as agency_id',
      'a.short_name as agency_short_name',
      'a.serves_holidays',
      jsonBuildObject({ from: eb.ref('t.open_from'), until: eb.ref('t.open_until') }).as('site'),
      sql<readonly number[] | null>`${sql.raw(sharedWeekdaysSql('b'))}`.as('weekdays'),
      jsonArrayFrom(
        eb
          .selectFrom('booth_week as w')
          .select((week) => [
            'w.valid_from',
            'w.revision',
            jsonArrayFrom(
              week
                .selectFrom('booth_hours as h')
                .select(['h.weekday', 'h.opens', 'h.closes'])
                .whereRef('h.mall_id', '=', 'w.mall_id')
                .whereRef('h.booth_id', '=', 'w.booth_id')
                .whereRef('h.valid_from', '=', 'w.valid_from')
                .orderBy('h.weekday')
                .orderBy('h.opens'),
            ).as('hours'),
          ])
          .whereRef('w.mall_id', '=', 'b.mall_id')
          .whereRef('w.booth_id', '=', 'b.id')
          .orderBy('w.valid_from', 'desc')
          .limit(WEEKS_MAX),
      ).as('weeks'),
    ])
    .where('b.mall_id', '=', mallId)
    .where('a.active', '=', true)
    .orderBy('a.short_name')
    .limit(BOOTHS_MAX);
  if (agencyId !== null) query = query.where('a.id', '=', agencyId);
  return query.execute();
}

/** These booths, locked in one order for all: two who change the same hours follow one another. */
export function lockBooths(tx: Tx, mallId: string, boothIds: readonly string[]) {
  return tx.db
    .selectFrom('booth as b')
    .innerJoin('agency as a', (join) =>
      join.onRef('a.mall_id', '=', 'b.mall_id').onRef('a.id', '=', 'b.agency_id'),
    )
    .select(['b.id as booth_id', 'b.zone_id', 'a.id as agency_id', 'a.short_name as agency_short_name'])
    .where('b.mall_id', '=', mallId)
    .where('b.id', 'in', [...boothIds])
    .where('a.active', '=', true)
    .orderBy('b.id')
    .forNoKeyUpdate('b')
    .execute();
}

interface NewWeek {
  readonly mallId: string;
  readonly boothId: string;
  readonly validFrom: string;
  readonly revision: number;
  readonly hours: readonly HoursRow[];
}

/** Puts the week in the place of one that begins on the same day. Its hours do not overlap: the caller has looked. */
export async function replaceWeek(tx: Tx, week: NewWeek): Promise<void> {
  const place = { mall_id: week.mallId, booth_id: week.boothId, valid_from: week.validFrom };
  await deleteWeek(tx, week.mallId, week.boothId, week.validFrom);
  await tx.db
    .insertInto('booth_week')
    .values({ ...place, revision: week.revision, set_at: tx.now })
    .execute();
  const hours = week.hours.map(({ weekday, opens, closes }) => ({ ...place, weekday, opens, closes }));
  if (hours.length > 0) await tx.db.insertInto('booth_hours').values(hours).execute();
}

/** Takes a week away; says whether there was one. */
export async function deleteWeek(
  tx: Tx,
  mallId: string,
  boothId: string,
  validFrom: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('booth_week')
    .where('mall_id', '=', mallId)
    .where('booth_id', '=', boothId)
    .where('valid_from', '=', validFrom)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Counts a change that left no week of its own: the latest that is left carries the number. */
export async function setRevision(tx: Tx, mallId: string, boothId: string, revision: number): Promise<void> {
  await tx.db
    .updateTable('booth_week')
    .set({ revision })
    .where('mall_id', '=', mallId)
    .where('booth_id', '=', boothId)
    .where('valid_from', '=', (eb) =>
      eb
        .selectFrom('booth_week as w')
        .select((week) => week.fn.max('w.valid_from').as('latest'))
        .where('w.mall_id', '=', mallId)
        .where('w.booth_id', '=', boothId),
    )
    .execute();
}
