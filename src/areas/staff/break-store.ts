import type { Tx } from '#platform/database/transaction.ts';
import type { BreakKind } from './rules/breaks.ts';

export interface NewBreak {
  readonly mallId: string;
  readonly id: string;
  readonly sessionId: string;
  readonly kind: BreakKind;
  readonly expectedMinutes: number;
}

/** False when the seat has a break already: the constraint let the first press in. */
export async function insertBreak(tx: Tx, wanted: NewBreak): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('counter_break')
    .values({
      mall_id: wanted.mallId,
      id: wanted.id,
      session_id: wanted.sessionId,
      kind: wanted.kind,
      expected_minutes: wanted.expectedMinutes,
      asked_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

/** Ends the break of a seat at max(now, its start); false when there is none. */
export async function endBreak(tx: Tx, mallId: string, sessionId: string): Promise<boolean> {
  const ended = await tx.db
    .updateTable('counter_break')
    .set((row) => ({ ended_at: row.fn<Date>('greatest', [row.val(tx.now), 'asked_at']) }))
    .where('mall_id', '=', mallId)
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Whether the officer of a counter had a break there that ended after `since`, or is on one. */
export async function hasRestedSince(
  tx: Tx,
  mallId: string,
  counterId: string,
  since: Date,
): Promise<boolean> {
  const row = await tx.db
    .selectFrom('counter_break as p')
    .innerJoin('counter_session as s', (join) =>
      join.onRef('s.mall_id', '=', 'p.mall_id').onRef('s.id', '=', 'p.session_id'),
    )
    .select('p.id')
    .where('p.mall_id', '=', mallId)
    .where('s.counter_id', '=', counterId)
    .where((where) => where.or([where('p.ended_at', 'is', null), where('p.ended_at', '>', since)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
