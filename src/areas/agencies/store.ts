import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#platform/database/transaction.ts';
import { onOwnWeekdaySql } from './sharing-store.ts';

/** A mall has at most a few dozen agencies; the bound only keeps a broken import from flooding a page. */
const AGENCIES_MAX = 200;

/** The day that the clock of the mall `m` shows. */
const todayOf = (tx: Tx) => sql<string>`(${tx.now}::timestamptz at time zone m.time_zone)::date`;

/** Active agencies with their booth, its active counters and the week that holds today, by short name. */
export async function listAgencyRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('agency as a')
    .innerJoin('mall as m', 'm.id', 'a.mall_id')
    .innerJoin('booth as b', (join) =>
      join.onRef('b.mall_id', '=', 'a.mall_id').onRef('b.agency_id', '=', 'a.id'),
    )
    .select((eb) => [
      'a.id',
      'a.slug',
      'a.name',
      'a.short_name',
      'a.kind',
      'a.series',
      'a.icon',
      'b.zone_id',
      jsonArrayFrom(
        eb
          .selectFrom('counter as c')
          .select(['c.id', 'c.number'])
          .whereRef('c.mall_id', '=', 'b.mall_id')
          .whereRef('c.booth_id', '=', 'b.id')
          .where('c.active', '=', true)
          .orderBy('c.number'),
      ).as('counters'),
      jsonArrayFrom(
        eb
          .selectFrom('booth_hours as h')
          .select(['h.weekday', 'h.opens', 'h.closes'])
          .whereRef('h.mall_id', '=', 'b.mall_id')
          .whereRef('h.booth_id', '=', 'b.id')
          .where('h.valid_from', '=', (week) =>
            week
              .selectFrom('booth_week as w')
              .select((latest) => latest.fn.max('w.valid_from').as('valid_from'))
              .whereRef('w.mall_id', '=', 'b.mall_id')
              .whereRef('w.booth_id', '=', 'b.id')
              .where('w.valid_from', '<=', todayOf(tx)),
          )
          .where(sql<boolean>`${sql.raw(onOwnWeekdaySql('h'))}`)
          .orderBy('h.weekday')
          .orderBy('h.opens'),
      ).as('weekly'),
    ])
    .where('a.mall_id', '=', mallId)
    .where('a.active', '=', true)
    .orderBy('a.short_name')
    .limit(AGENCIES_MAX)
    .execute();
}

export async function listAgencyNameRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('agency')
    .select(['id', 'slug', 'short_name'])
    .where('mall_id', '=', mallId)
    .where('active', '=', true)
    .orderBy('short_name')
    .limit(AGENCIES_MAX)
    .execute();
}

export interface NewAgencyRow {
  readonly mall_id: string;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly short_name: string;
  readonly kind: string;
  readonly series: string;
  readonly icon: string;
  readonly serves_holidays: boolean;
  readonly active: boolean;
}

export interface NewBoothRow {
  readonly mall_id: string;
  readonly id: string;
  readonly agency_id: string;
  readonly zone_id: string;
  readonly name: string;
  readonly last_intake_minutes: number;
}

export interface NewCounterRow {
  readonly mall_id: string;
  readonly id: string;
  readonly booth_id: string;
  readonly number: number;
}

export async function insertAgency(
  tx: Tx,
  rows: { agency: NewAgencyRow; booth: NewBoothRow; counters: NewCounterRow[] },
): Promise<void> {
  await tx.db.insertInto('agency').values(rows.agency).execute();
  await tx.db.insertInto('booth').values(rows.booth).execute();
  if (rows.counters.length > 0) await tx.db.insertInto('counter').values(rows.counters).execute();
}
