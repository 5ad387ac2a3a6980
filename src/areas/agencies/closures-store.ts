import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

/** Nobody reads further back or needs more than this on one page. */
const CLOSURES_MAX = 200;

/** `ends_at` is null where the closure holds until further notice. */
const endsAt = sql<Date | null>`case when isfinite(x.ends_at) then x.ends_at end`;

/** The booth of an agency, locked: two who close it at once follow one another. */
export function lockBoothOfAgency(tx: Tx, mallId: string, agencyId: string) {
  return tx.db
    .selectFrom('booth as b')
    .innerJoin('agency as a', (join) =>
      join.onRef('a.mall_id', '=', 'b.mall_id').onRef('a.id', '=', 'b.agency_id'),
    )
    .select(['b.id', 'b.zone_id', 'a.id as agency_id', 'a.short_name'])
    .where('b.mall_id', '=', mallId)
    .where('b.agency_id', '=', agencyId)
    .where('a.active', '=', true)
    .forNoKeyUpdate('b')
    .executeTakeFirst();
}

export interface NewClosureRow {
  readonly mall_id: string;
  readonly id: string;
  readonly booth_id: string;
  readonly starts_at: Date;
  /** Null: until further notice. */
  readonly ends_at: Date | null;
  readonly reason: string;
  readonly state: 'asked' | 'approved';
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
}

export async function insertClosure(tx: Tx, row: NewClosureRow): Promise<void> {
  await tx.db
    .insertInto('booth_closure')
    .values({ ...row, ends_at: row.ends_at ?? 'infinity' })
    .execute();
}

/** The approved closure of a booth that shares a moment with this span, if there is one. */
export function findClosureWithin(
  tx: Tx,
  span: { mallId: string; boothId: string; startsAt: Date; endsAt: Date | null },
) {
  return tx.db
    .selectFrom('booth_closure as x')
    .select(['x.id', 'x.starts_at', endsAt.as('ends_at'), 'x.reason'])
    .where('x.mall_id', '=', span.mallId)
    .where('x.booth_id', '=', span.boothId)
    .where('x.state', '=', 'approved')
    .where('x.starts_at', '<', sql<Date>`${span.endsAt ?? 'infinity'}::timestamptz`)
    .where('x.ends_at', '>', span.startsAt)
    .limit(1)
    .executeTakeFirst();
}

export interface ClosureRow {
  readonly id: string;
  readonly booth_id: string;
  readonly zone_id: string;
  readonly agency_id: string;
  readonly agency_short_name: string;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly reason: string;
  readonly state: string;
  readonly asked_by: string | null;
  readonly asked_at: Date | null;
  readonly decided_by: string | null;
  /** Null while nobody decided, and for those of before decisions were kept. */
  readonly decided_at: Date | null;
}

function selectClosures(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('booth_closure as x')
    .innerJoin('booth as b', (join) =>
      join.onRef('b.mall_id', '=', 'x.mall_id').onRef('b.id', '=', 'x.booth_id'),
    )
    .innerJoin('agency as a', (join) =>
      join.onRef('a.mall_id', '=', 'b.mall_id').onRef('a.id', '=', 'b.agency_id'),
    )
    .select([
      'x.id',
      'x.booth_id',
      'b.zone_id',
      'a.id as agency_id',
      'a.short_name as agency_short_name',
      'x.starts_at',
      endsAt.as('ends_at'),
      'x.reason',
      'x.state',
      'x.asked_by',
      'x.asked_at',
      'x.decided_by',
      'x.decided_at',
    ])
    .where('x.mall_id', '=', mallId);
}

/** Closures that are asked for, announced or running, by their start; of one agency where one is named. */
export function listPresentClosures(tx: Tx, mallId: string, agencyId: string | null): Promise<ClosureRow[]> {
  let query = selectClosures(tx, mallId)
    .where('x.state', 'in', ['asked', 'approved'])
    .where('x.ends_at', '>', tx.now)
    .orderBy('x.starts_at')
    .orderBy('x.id')
    .limit(CLOSURES_MAX);
  if (agencyId !== null) query = query.where('a.id', '=', agencyId);
  return query.execute();
}

export function findClosure(tx: Tx, mallId: string, id: string): Promise<ClosureRow | undefined> {
  return selectClosures(tx, mallId).where('x.id', '=', id).executeTakeFirst();
}

/** The closure, locked. Lock the booth before: that is the order of all who close. */
export function lockClosure(tx: Tx, mallId: string, id: string): Promise<ClosureRow | undefined> {
  return selectClosures(tx, mallId).where('x.id', '=', id).forNoKeyUpdate('x').executeTakeFirst();
}

export async function setClosureState(
  tx: Tx,
  mallId: string,
  id: string,
  change: { state: string; decidedBy: string; startsAt?: Date },
): Promise<void> {
  await tx.db
    .updateTable('booth_closure')
    .set({
      state: change.state,
      decided_by: change.decidedBy,
      decided_at: tx.now,
      ...(change.startsAt === undefined ? {} : { starts_at: change.startsAt }),
    })
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .execute();
}
