import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#platform/database/transaction.ts';
import type { MallCounter } from './rules/kept-agency.ts';

/** A mall has at most a few dozen; the bound keeps a broken import from flooding a page. */
const KEPT_MAX = 500;

function selectKept(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('agency as a')
    .innerJoin('booth as b', (join) =>
      join.onRef('b.mall_id', '=', 'a.mall_id').onRef('b.agency_id', '=', 'a.id'),
    )
    .innerJoin('zone as z', (join) =>
      join.onRef('z.mall_id', '=', 'b.mall_id').onRef('z.id', '=', 'b.zone_id'),
    )
    .select((eb) => [
      'a.id',
      'a.version',
      'a.slug',
      'a.name',
      'a.short_name',
      'a.kind',
      'a.series',
      'a.icon',
      'a.serves_holidays',
      'a.active',
      'b.id as booth_id',
      'b.name as booth_name',
      'b.last_intake_minutes',
      'z.id as zone_id',
      'z.name as zone_name',
      jsonArrayFrom(
        eb
          .selectFrom('counter as c')
          .select(['c.number'])
          .whereRef('c.mall_id', '=', 'b.mall_id')
          .whereRef('c.booth_id', '=', 'b.id')
          .where('c.active', '=', true)
          .orderBy('c.number'),
      ).as('counters'),
    ])
    .where('a.mall_id', '=', mallId);
}

export type KeptRow = Awaited<ReturnType<typeof listKeptRows>>[number];

/** All agencies with booth and counters, those that serve first, by short name. */
export function listKeptRows(tx: Tx, mallId: string) {
  return selectKept(tx, mallId).orderBy('a.active', 'desc').orderBy('a.short_name').limit(KEPT_MAX).execute();
}

export function findKeptRow(tx: Tx, mallId: string, agencyId: string): Promise<KeptRow | undefined> {
  return selectKept(tx, mallId).where('a.id', '=', agencyId).executeTakeFirst();
}

/** The agencies, locked in the order of their ids, so that two who change the same ones follow one another. */
export async function lockKeptRows(tx: Tx, mallId: string, agencyIds: readonly string[]): Promise<KeptRow[]> {
  await tx.db
    .selectFrom('agency')
    .select('id')
    .where('mall_id', '=', mallId)
    .where('id', 'in', agencyIds)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  // Read after the lock is held: what the one before has committed is seen.
  return selectKept(tx, mallId).where('a.id', 'in', agencyIds).execute();
}

export async function listMallCounters(tx: Tx, mallId: string): Promise<MallCounter[]> {
  return (
    tx.db
      .selectFrom('counter as c')
      .innerJoin('booth as b', (join) =>
        join.onRef('b.mall_id', '=', 'c.mall_id').onRef('b.id', '=', 'c.booth_id'),
      )
      .innerJoin('agency as a', (join) =>
        join.onRef('a.mall_id', '=', 'b.mall_id').onRef('a.id', '=', 'b.agency_id'),
      )
      .select(['c.id', 'c.number', 'c.active', 'a.id as agencyId', 'a.short_name as agencyShortName'])
      .where('c.mall_id', '=', mallId)
      // The desks of a shared place are those of the booth to which they belong.
      .where('c.shared_from', 'is', null)
      .orderBy('c.number')
      .limit(999)
      .execute()
  );
}

export interface KeptChange {
  readonly mallId: string;
  readonly agencyId: string;
  readonly boothId: string;
  readonly agency: {
    readonly slug: string;
    readonly name: string;
    readonly short_name: string;
    readonly kind: string;
    readonly series: string;
    readonly icon: string;
    readonly serves_holidays: boolean;
    readonly active: boolean;
  };
  readonly booth: {
    readonly zone_id: string;
    readonly name: string;
    readonly last_intake_minutes: number;
  };
}

export async function updateAgency(
  tx: Tx,
  { mallId, agencyId, boothId, agency, booth }: KeptChange,
): Promise<void> {
  await bumpVersion(tx, mallId, agencyId);
  await tx.db
    .updateTable('agency')
    .set(agency)
    .where('mall_id', '=', mallId)
    .where('id', '=', agencyId)
    .execute();
  await tx.db
    .updateTable('booth')
    .set(booth)
    .where('mall_id', '=', mallId)
    .where('id', '=', boothId)
    .execute();
}

export async function bumpVersion(tx: Tx, mallId: string, agencyId: string): Promise<void> {
  await tx.db
    .updateTable('agency')
    .set({ version: sql`version + 1` })
    .where('mall_id', '=', mallId)
    .where('id', '=', agencyId)
    .execute();
}

/** Puts counters at a booth, bringing back those that were taken away. */
export async function placeCounters(
  tx: Tx,
  mallId: string,
  boothId: string,
  counterIds: readonly string[],
): Promise<void> {
  if (counterIds.length === 0) return;
  await tx.db
    .updateTable('counter')
    .set({ booth_id: boothId, active: true })
    .where('mall_id', '=', mallId)
    .where('id', 'in', counterIds)
    .execute();
}

export async function takeCountersAway(tx: Tx, mallId: string, counterIds: readonly string[]): Promise<void> {
  if (counterIds.length === 0) return;
  await tx.db
    .updateTable('counter')
    .set({ active: false })
    .where('mall_id', '=', mallId)
    .where('id', 'in', counterIds)
    .execute();
}

export async function insertCounters(
  tx: Tx,
  rows: readonly { mall_id: string; id: string; booth_id: string; number: number }[],
): Promise<void> {
  if (rows.length > 0) await tx.db.insertInto('counter').values(rows).execute();
}

/** Takes an agency out with its booth, counters and hours. Whatever else points at it breaks a foreign key. */
export async function deleteAgency(tx: Tx, mallId: string, agencyId: string, boothId: string): Promise<void> {
  await tx.db
    .deleteFrom('booth_week')
    .where('mall_id', '=', mallId)
    .where('booth_id', '=', boothId)
    .execute();
  await tx.db.deleteFrom('counter').where('mall_id', '=', mallId).where('booth_id', '=', boothId).execute();
  await tx.db.deleteFrom('booth').where('mall_id', '=', mallId).where('id', '=', boothId).execute();
  await tx.db.deleteFrom('agency').where('mall_id', '=', mallId).where('id', '=', agencyId).execute();
}
