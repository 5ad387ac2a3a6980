import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { LOCKED_STOP, type LockedStop } from '../calling/stop-store.ts';

const LOCK_BY_TOKEN: PreparedStatement = {
  name: 'lock-stop-by-token',
  text: `${LOCKED_STOP} where s.token = $1 for update of s`,
};

/** The stop behind a ticket's secret address, held against every other change until COMMIT. */
export async function lockStopByToken(tx: Tx, token: string): Promise<LockedStop | undefined> {
  const [row] = await tx.query<LockedStop>(LOCK_BY_TOKEN, [token]);
  return row;
}

const WAS_SERVED: PreparedStatement = {
  name: 'stop-was-served',
  text: `select exists (select from stop_interval
           where mall_id = $1 and stop_id = $2 and kind = 'serving') as served`,
};

/** Whether somebody has begun to serve this stop at any time. */
export async function wasServed(tx: Tx, mallId: string, stopId: string): Promise<boolean> {
  const [row] = await tx.query<{ served: boolean }>(WAS_SERVED, [mallId, stopId]);
  return row!.served;
}
