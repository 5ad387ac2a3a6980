import type { Tx } from '#platform/database/transaction.ts';

export interface NewRating {
  readonly mallId: string;
  readonly stopId: string;
  readonly score: number;
  readonly channel: string;
}

/** False when the stop has a rating already: of two that come together the database keeps one. */
export async function insertRating(tx: Tx, rating: NewRating): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('rating')
    .values({
      mall_id: rating.mallId,
      stop_id: rating.stopId,
      score: rating.score,
      channel: rating.channel,
      at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['mall_id', 'stop_id']).doNothing())
    .returning('stop_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findScore(tx: Tx, mallId: string, stopId: string): Promise<number | undefined> {
  const row = await tx.db
    .selectFrom('rating')
    .select('score')
    .where('mall_id', '=', mallId)
    .where('stop_id', '=', stopId)
    .executeTakeFirst();
  return row?.score;
}
