import type { Tx } from '#platform/database/transaction.ts';
import { Crowd } from './contract.ts';
import { findCrowdRow, saveCrowdRow } from './store.ts';

/** A mall where nobody ever set a crowd has none. */
const NO_CROWD: Crowd = { mode: 'off', speed: 1, visitorsPerHour: 25 };

/** How the simulated crowd of a mall is set. */
export async function getCrowd(tx: Tx, mallId: string): Promise<Crowd> {
  const row = await findCrowdRow(tx, mallId);
  if (row === undefined) return NO_CROWD;
  return Crowd.parse({ mode: row.mode, speed: row.speed, visitorsPerHour: row.visitors_per_hour });
}

/** Sets the crowd; screens of the mall learn it by the event, and the trail keeps who did it. */
export async function setCrowd(tx: Tx, mallId: string, crowd: Crowd): Promise<Crowd> {
  await saveCrowdRow(tx, mallId, crowd);
  tx.record({ mallId, subjectKind: 'crowd', subjectId: mallId, facts: { ...crowd } });
  tx.emit({ mallId, kind: 'crowd', topics: [`mall:${mallId}`], payload: {} });
  return crowd;
}
