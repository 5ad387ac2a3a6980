import { giveBackNumber } from '#areas/capacity/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import { lockStopByToken, wasServed } from './holder-store.ts';
import { formatNumber } from '../rules/series.ts';
import { nextState, type TicketAction } from '../rules/ticket-states.ts';
import { comeBack, tell } from '../calling/stop-actions.ts';
import { endStop, type LockedStop } from '../calling/stop-store.ts';

/**
 * The stop for an action of its holder, locked. Who knows the secret address is the holder: a number needs no name.
 * Refusals: TICKET_UNKNOWN, TICKET_EXPIRED (of another day, and not ended yet), and the transition table's no.
 */
async function lockForHolder(tx: Tx, token: string, action: TicketAction): Promise<LockedStop> {
  const stop = (await lockStopByToken(tx, token)) ?? refused(refuse('TICKET_UNKNOWN'));
  const facts = { number: formatNumber(stop.series, stop.number) };
  const next = nextState(stop.state, action);
  if (isRefusal(next)) refused(refuse(next.refused, facts));
  if (stop.service_day !== dayAt(tx.now.getTime(), stop.time_zone)) refused(refuse('TICKET_EXPIRED', facts));
  return stop;
}

/**
 * The holder does not come, or cannot stay. Who was never served gives the place in the quota back, so that somebody
 * else may take a number; the number itself is not given again.
 */
export async function cancelByHolder(tx: Tx, token: string) {
  const stop = await lockForHolder(tx, token, 'cancel');
  const { mall_id: mallId, id, service_day: day, service_id: serviceId } = stop;
  // Only a number out of a hold can have been served before.
  const served = stop.state === 'held' && (await wasServed(tx, mallId, id));
  await endStop(tx, { mallId, id }, 'left');
  if (!served) await giveBackNumber(tx, { mallId, day, serviceId });
  tell(tx, stop, 'cancelled', { outcome: 'left' });
  return { state: 'done' as const };
}

/** The holder of a number on hold is there: the same as when an officer says so. */
export async function returnByHolder(tx: Tx, token: string) {
  return comeBack(tx, await lockForHolder(tx, token, 'return'));
}
