import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import { endBreak, insertBreak } from './break-store.ts';
import type { BreakKind } from './rules/breaks.ts';
import type { CounterRow } from './store.ts';

export interface BreakWish {
  readonly kind: BreakKind;
  readonly minutes: number;
}

/**
 * The counter calls nobody from now on; the seat stays the officer's. Whether somebody is to be finished first is the
 * queue's to say. Refusals: ALREADY_PAUSED when two presses came at once.
 */
export async function beginBreak(tx: Tx, officer: StaffActor, seat: CounterRow, wish: BreakWish) {
  const { mallId } = officer;
  const id = newId();
  const asked = { mallId, id, sessionId: seat.session_id!, kind: wish.kind, expectedMinutes: wish.minutes };
  if (!(await insertBreak(tx, asked))) refused(refuse('ALREADY_PAUSED', { counter: seat.number }));
  tellSeat(tx, officer, seat, 'counter-paused');
  tx.record({
    subjectKind: 'counter',
    subjectId: seat.id,
    facts: { number: seat.number, kind: wish.kind, minutes: wish.minutes },
  });
}

/** The officer is back, or stays after all. Refusals: NOT_PAUSED when another press was faster. */
export async function finishBreak(tx: Tx, officer: StaffActor, seat: CounterRow) {
  if (!(await endBreak(tx, officer.mallId, seat.session_id!)))
    refused(refuse('NOT_PAUSED', { counter: seat.number }));
  tellSeat(tx, officer, seat, 'counter-resumed');
  tx.record({ subjectKind: 'counter', subjectId: seat.id, facts: { number: seat.number } });
}

/** The agency's desks, the hall and the board of the counter's zone look again. */
function tellSeat(
  tx: Tx,
  officer: StaffActor,
  seat: CounterRow,
  kind: 'counter-paused' | 'counter-resumed',
): void {
  tx.emit({
    mallId: officer.mallId,
    kind,
    topics: [`agency:${seat.agency_id}`, `zone:${seat.zone_id}`, `mall:${officer.mallId}`],
    payload: {},
  });
}

/** Whether the open seat under this SQL name is on a break, or will be after the person who is there. */
export function onBreakSql(session: string): string {
  return `exists (select from counter_break p
    where p.mall_id = ${session}.mall_id and p.session_id = ${session}.id and p.ended_at is null)`;
}
