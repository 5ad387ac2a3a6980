import type { Tx } from '#platform/database/transaction.ts';
import type { Crowd } from './contract.ts';

export async function findCrowdRow(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('crowd_setting')
    .select(['mode', 'speed', 'visitors_per_hour'])
    .where('mall_id', '=', mallId)
    .executeTakeFirst();
}

export async function saveCrowdRow(tx: Tx, mallId: string, crowd: Crowd): Promise<void> {
  const row = { mode: crowd.mode, speed: crowd.speed, visitors_per_hour: crowd.visitorsPerHour };
  await tx.db
    .insertInto('crowd_setting')
    .values({ mall_id: mallId, ...row })
    .onConflict((conflict) => conflict.column('mall_id').doUpdateSet(row))
    .execute();
}
