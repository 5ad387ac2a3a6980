import { canGive } from '#areas/skills/rules/service-line.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { formatNumber } from '../rules/series.ts';
import { lockForAction } from './stop-actions.ts';
import { tellCall } from '../tell.ts';
import { claimOutOfTurn } from './claim-store.ts';

/**
 * Calls one who waits before the turn, with a reason that stays on the call and, with those who were passed, on the
 * trail. So marked it is no break of the order. Refusals: NOT_AT_COUNTER, COUNTER_BUSY, COUNTER_PAUSED,
 * COUNTER_LACKS_SERVICE, and those of every action.
 */
export async function callOutOfTurn(
  tx: Tx,
  officer: StaffActor,
  asked: {
    readonly ticketId: string;
    readonly reason: string;
    readonly counterId?: string | undefined;
  },
) {
  if (officer.agencyId === null) refused(refuse('OTHER_AGENCY'));
  const day = dayAt(tx.now.getTime(), officer.timeZone);
  const { agencyId } = officer;
  const by = { mallId: officer.mallId, staffId: officer.id, agencyId, day, counterId: asked.counterId };
  const reason = asked.reason.trim();
  const claim =
    (await claimOutOfTurn(tx, by, { stopId: asked.ticketId, reason })) ?? refused(refuse('NOT_AT_COUNTER'));
  if (claim.busy_with !== null) refused(refuse('COUNTER_BUSY', { counter: claim.counter_number }));
  if (claim.id === null) {
    if (claim.paused) refused(refuse('COUNTER_PAUSED', { counter: claim.counter_number }));
    const { service_id: serviceId } = await lockForAction(tx, officer, asked.ticketId, 'call');
    if (!canGive(claim, serviceId))
      refused(refuse('COUNTER_LACKS_SERVICE', { counter: claim.counter_number }));
    // It waits again only since a moment ago: whoever wants to call it looks once more.
    return refused(refuse('NOT_WAITING'));
  }
  const code = formatNumber(claim.series!, claim.number!);
  const passed = claim.passed.map(({ series, number }) => formatNumber(series, number)).join(', ');
  tellCall(
    tx,
    officer,
    { ...claim, id: claim.id, code, callCount: 1 },
    {
      reason,
      passedCount: claim.passed_count,
      ...(passed === '' ? {} : { passed }),
    },
  );
  return { ticketId: claim.id, code, counterNumber: claim.counter_number, passedCount: claim.passed_count };
}
