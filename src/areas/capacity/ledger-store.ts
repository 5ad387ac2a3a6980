import type { Tx } from '#platform/database/transaction.ts';
import type { Day } from '#platform/values/day.ts';

/**
 * Counts a number that was given while nobody could ask: the ledger tells what was taken, and a quota that was passed
 * on paper is passed.
 */
export async function countPastNumber(
  tx: Tx,
  taken: { readonly mallId: string; readonly day: Day; readonly serviceId: string },
): Promise<void> {
  await tx.db
    .insertInto('capacity_ledger')
    .values({ mall_id: taken.mallId, service_day: taken.day, service_id: taken.serviceId, taken: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['mall_id', 'service_day', 'service_id'])
        .doUpdateSet((row) => ({ taken: row('capacity_ledger.taken', '+', 1) })),
    )
    .execute();
}

/**
 * Gives a number's share of the quota back: its holder left unserved, so somebody else may come. The series goes on; a
 * number is never given twice. A day without a ledger row has nothing to give back.
 */
export async function giveBackNumber(
  tx: Tx,
  given: { readonly mallId: string; readonly day: string; readonly serviceId: string },
): Promise<void> {
  await tx.db
    .updateTable('capacity_ledger')
    .set((row) => ({ taken: row('taken', '-', 1) }))
    .where('mall_id', '=', given.mallId)
    .where('service_day', '=', given.day)
    .where('service_id', '=', given.serviceId)
    // What was taken internally stays counted as it was: only the public's share grows.
    .whereRef('taken', '>', 'taken_internal')
    .execute();
}
