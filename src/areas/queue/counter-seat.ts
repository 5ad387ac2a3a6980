import { closeCounter, findMyCounter, openCounter } from '#areas/staff/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import { formatNumber } from './rules/series.ts';
import { findStopAtCounter } from './store.ts';
import { handOverStop } from './write-store.ts';

/**
 * Sits down at a counter. Whoever was being served there (by a simulated officer who makes way) is handed over.
 * Refusals: COUNTER_BUSY when somebody is still at the officer's present counter, and those of staff's openCounter.
 */
export async function takeSeat(tx: Tx, officer: StaffActor, counterId: string) {
  await refuseWhileServing(tx, officer, counterId);
  const seat = await openCounter(tx, officer, counterId);
  await handOverStop(tx, officer.mallId, counterId, officer.id);
  return seat;
}

/** Leaves the counter. Refusals: NOT_AT_COUNTER, COUNTER_BUSY while somebody is called to it or served at it. */
export async function leaveSeat(tx: Tx, officer: StaffActor) {
  await refuseWhileServing(tx, officer, undefined);
  const { closedAt } = await closeCounter(tx, officer);
  return { closedAt };
}

async function refuseWhileServing(
  tx: Tx,
  officer: StaffActor,
  newCounterId: string | undefined,
): Promise<void> {
  const mine = await findMyCounter(tx, officer);
  if (!mine || mine.id === newCounterId) return;
  const stop = await findStopAtCounter(tx, officer.mallId, mine.id);
  if (stop)
    refused(refuse('COUNTER_BUSY', { counter: mine.number, number: formatNumber(stop.series, stop.number) }));
}
