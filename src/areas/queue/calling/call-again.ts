import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import { takeBackCall } from './move-store.ts';
import { mayRecall, UNDO_SECONDS } from '../rules/calling.ts';
import { formatNumber } from '../rules/series.ts';
import { lockForAction, tell } from './stop-actions.ts';
import { tellCall } from '../tell.ts';
import { countCallAgain } from './stop-store.ts';

/**
 * Calls the same person again. The wait stays what it was at the first call. Refusals: those of every action, and
 * RECALL_LIMIT when the person was called as often as the mall allows.
 */
export async function recall(tx: Tx, officer: StaffActor, ticketId: string) {
  const stop = await lockForAction(tx, officer, ticketId, 'recall');
  const calls = { callCount: stop.call_count, recallsMax: stop.recalls_max };
  if (!mayRecall(calls)) refused(refuse('RECALL_LIMIT', { calls: stop.call_count }));
  await countCallAgain(tx, stop.mall_id, stop.id);
  const callCount = stop.call_count + 1;
  tellCall(tx, officer, {
    id: stop.id,
    code: formatNumber(stop.series, stop.number),
    series: stop.series,
    number: stop.number,
    counter_number: stop.counter_number!,
    zone_id: stop.zone_id,
    floor: stop.floor,
    callCount,
  });
  return { callCount };
}

/**
 * Takes a call back that was a slip: the person waits on at the same place, and boards and phone forget the call.
 * "The wait is frozen at the first call" stays true, because this was none: its stretch becomes `undone`, which every
 * recount takes for waiting, and the first stretch that is `called` is that of the next call.
 * Refusals: those of every action; UNDO_LATE half a minute after the call, and once the person is served.
 */
export async function undoCall(tx: Tx, officer: StaffActor, ticketId: string) {
  const undone = await takeBackCall(tx, officer, ticketId);
  if (undone) {
    tell(tx, undone, 'undone', {});
    return { state: 'waiting' as const };
  }
  await lockForAction(tx, officer, ticketId, 'undo-call');
  return refused(refuse('UNDO_LATE', { seconds: UNDO_SECONDS }));
}
