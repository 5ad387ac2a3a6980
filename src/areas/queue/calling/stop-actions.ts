import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import { moveOwnStop, putBackInLine, type MovedStop, type NextStop } from './move-store.ts';
import { holdEnds, HOLDS_MAX, placeAfterHold } from '../rules/hold.ts';
import {
  needsReason,
  nextState,
  TICKET_STATES,
  type OfficerOutcome,
  type TicketAction,
} from '../rules/ticket-states.ts';
import { formatNumber } from '../rules/series.ts';
import { stopTopics } from '../tell.ts';
import { lockStop, type LockedStop } from './stop-store.ts';

export interface Finishing {
  readonly ticketId: string;
  readonly outcome: OfficerOutcome;
  readonly reason?: string | undefined;
}

/**
 * The stop for an action of this officer, locked. Refusals: TICKET_UNKNOWN, OTHER_AGENCY, TICKET_EXPIRED (waiting
 * or on hold since another day), OTHER_COUNTER (somebody else called it), and the transition table's no.
 */
export async function lockForAction(
  tx: Tx,
  officer: StaffActor,
  ticketId: string,
  action: TicketAction,
): Promise<LockedStop> {
  const stop = (await lockStop(tx, officer.mallId, ticketId)) ?? refused(refuse('TICKET_UNKNOWN'));
  checkMayAct(tx, officer, stop, action);
  return stop;
}

/** Whether this officer may do this to a locked stop. Refusals: as above, but for TICKET_UNKNOWN. */
export function checkMayAct(tx: Tx, officer: StaffActor, stop: LockedStop, action: TicketAction): void {
  if (stop.agency_id !== officer.agencyId) refused(refuse('OTHER_AGENCY', { agency: stop.short_name }));
  const today = dayAt(tx.now.getTime(), stop.time_zone);
  // Who was called before midnight may still be finished after it.
  const inLine = stop.state === 'waiting' || stop.state === 'held';
  if (inLine && stop.service_day !== today) refused(refuse('TICKET_EXPIRED', { day: stop.service_day }));
  const next = nextState(stop.state, action);
  if (isRefusal(next)) refused(next);
  // A number that waits or is on hold is at no counter: every officer of the agency may act on it.
  if (!inLine && stop.staff_id !== officer.id)
    refused(refuse('OTHER_COUNTER', { counter: stop.counter_number ?? 0 }));
}

/** Moves the officer's own stop in one trip; only a no is looked into, under a lock, for its reason. */
async function moveForAction(
  tx: Tx,
  officer: StaffActor,
  action: { readonly name: TicketAction; readonly ticketId: string },
  to: NextStop,
): Promise<MovedStop> {
  const from = TICKET_STATES.filter((state) => !isRefusal(nextState(state, action.name)));
  const stop = { id: action.ticketId, from };
  const moved = await moveOwnStop(tx, officer, stop, to);
  if (moved) return moved;
  await lockForAction(tx, officer, action.ticketId, action.name);
  // It became possible in between, and now the stop is held.
  const held = await moveOwnStop(tx, officer, stop, to);
  if (!held) throw new Error(`a held stop did not take ${action.name}`);
  return held;
}

/** The person is at the counter: the call ends and the service begins. */
export async function startServing(tx: Tx, officer: StaffActor, ticketId: string) {
  const stop = await moveForAction(tx, officer, { name: 'start', ticketId }, { state: 'serving' });
  tell(tx, stop, 'started', {});
  return { state: 'serving' as const };
}

/** Ends the stop with its outcome. Refusals beyond the table's: REASON_NEEDED when refused without a reason. */
export async function finishStop(tx: Tx, officer: StaffActor, finishing: Finishing) {
  const reason = finishing.reason?.trim() ?? null;
  if (needsReason(finishing.outcome) && !reason) refused(refuse('REASON_NEEDED'));
  const { ticketId, outcome } = finishing;
  const end = { state: 'done', outcome, reason } as const;
  const stop = await moveForAction(tx, officer, { name: 'finish', ticketId }, end);
  tell(tx, stop, 'finished', { outcome });
  return { state: 'done' as const };
}

/** The person called did not appear. */
export async function markAbsent(tx: Tx, officer: StaffActor, ticketId: string) {
  const end = { state: 'done', outcome: 'absent', reason: null } as const;
  const stop = await moveForAction(tx, officer, { name: 'mark-absent', ticketId }, end);
  tell(tx, stop, 'absent', { outcome: 'absent' });
  return { state: 'done' as const };
}

/**
 * The person called or served goes on hold and the counter is free. Refusals: those of every action, and HOLD_LIMIT when
 * the number was held as often as it may be.
 */
export async function holdStop(tx: Tx, officer: StaffActor, ticketId: string) {
  const stop = await lockForAction(tx, officer, ticketId, 'hold');
  if (stop.hold_count >= HOLDS_MAX) refused(refuse('HOLD_LIMIT', { holds: stop.hold_count }));
  const until = new Date(holdEnds(tx.now.getTime()));
  const from = [stop.state] as const;
  const moved = await moveOwnStop(tx, officer, { id: ticketId, from }, { state: 'held', until });
  if (!moved) throw new Error('a locked stop did not go on hold');
  tell(tx, moved, 'held', { until: until.toISOString() });
  return { heldUntil: until.toISOString() };
}

/** The person is back. Any officer of the agency may say so: no counter holds the number any more. */
export async function returnStop(tx: Tx, officer: StaffActor, ticketId: string) {
  return comeBack(tx, await lockForAction(tx, officer, ticketId, 'return'));
}

/** Puts a locked stop that is on hold back in line, whoever said that its holder is there. */
export async function comeBack(tx: Tx, stop: LockedStop): Promise<{ inTime: boolean }> {
  const now = tx.now.getTime();
  const heldUntil = stop.held_until!.getTime();
  const place = placeAfterHold(
    {
      heldUntil,
      referenceAt: stop.reference_at.getTime(),
      headStartMinutes: stop.head_start_minutes,
      orderKey: stop.order_key.getTime(),
      priority: stop.priority,
    },
    now,
  );
  await putBackInLine(tx, { mallId: stop.mall_id, id: stop.id }, place);
  const inTime = now <= heldUntil;
  tell(tx, stop, 'returned', { inTime });
  return { inTime };
}

/** Tells the screens and the trail what became of a stop. */
export function tell(tx: Tx, stop: MovedStop, kind: string, facts: Record<string, unknown>): void {
  const code = formatNumber(stop.series, stop.number);
  tx.emit({
    mallId: stop.mall_id,
    kind,
    topics: stopTopics({
      mallId: stop.mall_id,
      agencyId: stop.agency_id,
      zoneId: stop.zone_id,
      stopId: stop.id,
    }),
    payload: { code },
  });
  tx.record({
    subjectKind: 'ticket',
    subjectId: stop.id,
    mallId: stop.mall_id,
    agencyId: stop.agency_id,
    facts: { code, counter: stop.counter_number, ...facts },
  });
}
