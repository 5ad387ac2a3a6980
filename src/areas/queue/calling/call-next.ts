import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { formatNumber } from '../rules/series.ts';
import { finishStop, type Finishing } from './stop-actions.ts';
import { tellCall } from '../tell.ts';
import { claimNext, type ClaimRow } from './claim-store.ts';

/**
 * Calls the next person to the officer's counter. With `finishing`, the one who is there is finished first, in the
 * same transaction: if nobody waits, or a break begins after this one, the finish stands and nobody is called.
 * Refusals: NOT_AT_COUNTER, COUNTER_BUSY; without `finishing` COUNTER_PAUSED, NOTHING_WAITING and, where those who wait
 * need another counter, NOTHING_FOR_COUNTER; those of finishing.
 */
export async function callNext(
  tx: Tx,
  officer: StaffActor,
  {
    finishing,
    counterId,
  }: { readonly finishing?: Finishing | undefined; readonly counterId?: string | undefined },
) {
  if (officer.agencyId === null) refused(refuse('OTHER_AGENCY'));
  if (finishing) await finishStop(tx, officer, finishing);
  const day = dayAt(tx.now.getTime(), officer.timeZone);
  const claim =
    (await claimNext(tx, {
      mallId: officer.mallId,
      staffId: officer.id,
      agencyId: officer.agencyId,
      day,
      counterId,
    })) ?? refused(refuse('NOT_AT_COUNTER'));
  if (claim.busy_with !== null) refused(refuse('COUNTER_BUSY', { counter: claim.counter_number }));
  if (claim.id === null) {
    if (!finishing) refused(refuse(whyNobody(claim), { counter: claim.counter_number }));
    return { called: null, counterNumber: claim.counter_number };
  }
  const code = formatNumber(claim.series!, claim.number!);
  tellCall(tx, officer, { ...claim, id: claim.id, code, callCount: 1 });
  return { called: { ticketId: claim.id, code }, counterNumber: claim.counter_number };
}

function whyNobody({ paused, others_wait }: ClaimRow) {
  if (paused) return 'COUNTER_PAUSED';
  return others_wait === true ? 'NOTHING_FOR_COUNTER' : 'NOTHING_WAITING';
}
