import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import type { Holiday } from './contract.ts';

/** Each imported year of these with its named days; a year without any still gives one row, with no day. */
export async function listHolidayRows(tx: Tx, years: readonly number[]) {
  return tx.db
    .selectFrom('holiday_year as y')
    .leftJoin('holiday as h', (join) => join.on(sql`extract(year from h.day)`, '=', sql`y.year`))
    .select(['y.year', 'h.day', 'h.kind', 'h.name', 'h.decree', 'h.confidence'])
    .where('y.year', 'in', [...years])
    .orderBy('h.day')
    .execute();
}

/** Puts these days in the place of all that was known of the years. */
export async function replaceHolidayRows(
  tx: Tx,
  years: readonly number[],
  days: readonly Readonly<Holiday>[],
): Promise<void> {
  // Two imports of the same years must follow one another, else the second inserts beside the first.
  await sql`lock table holiday_year in share row exclusive mode`.execute(tx.db);
  await tx.db
    .deleteFrom('holiday')
    .where(sql<number>`extract(year from day)`, 'in', [...years])
    .execute();
  await tx.db
    .insertInto('holiday_year')
    .values(years.map((year) => ({ year, imported_at: tx.now })))
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ imported_at: tx.now }))
    .execute();
  await tx.db
    .insertInto('holiday')
    .values(days.map(({ day, kind, name, decree, confidence }) => ({ day, kind, name, decree, confidence })))
    .execute();
}

export interface WaitingLine {
  readonly agency_id: string;
  readonly short_name: string;
  readonly series: string;
  readonly zone_id: string;
  readonly waiting: number;
}

/** How many wait or are on hold that day for each of these agencies; those without a line are left out. Longest first. */
export async function countWaiting(
  tx: Tx,
  asked: { readonly mallId: string; readonly day: string; readonly of: readonly string[] },
): Promise<WaitingLine[]> {
  return tx.db
    .selectFrom('stop as s')
    .innerJoin('agency as a', (join) =>
      join.onRef('a.mall_id', '=', 's.mall_id').onRef('a.id', '=', 's.agency_id'),
    )
    .innerJoin('booth as b', (join) =>
      join.onRef('b.mall_id', '=', 'a.mall_id').onRef('b.agency_id', '=', 'a.id'),
    )
    .select((eb) => [
      'a.id as agency_id',
      'a.short_name',
      'a.series',
      'b.zone_id',
      eb.cast<number>(eb.fn.countAll(), 'integer').as('waiting'),
    ])
    .where('s.mall_id', '=', asked.mallId)
    .where('s.service_day', '=', asked.day)
    .where('s.state', 'in', ['waiting', 'held'])
    .where('s.agency_id', 'in', [...asked.of])
    .groupBy(['a.id', 'a.short_name', 'a.series', 'b.zone_id'])
    .orderBy('waiting', 'desc')
    .orderBy('a.short_name')
    .execute();
}
