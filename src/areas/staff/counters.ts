import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import {
  closeCounterSession,
  insertCounterSession,
  listCounters,
  setSeatOffer,
  type CounterRow,
} from './store.ts';

/**
 * Sits an officer down at a counter of the own agency. Sitting at another counter already, that one is left first.
 * A simulated officer makes way; a person does who offered the seat, or whose seat was released.
 * Refusals: OTHER_AGENCY, COUNTER_UNKNOWN, COUNTER_TAKEN.
 */
export async function openCounter(tx: Tx, actor: StaffActor, counterId: string) {
  if (actor.agencyId === null) refused(refuse('OTHER_AGENCY'));
  const counters = await listCounters(tx, actor.mallId, actor.agencyId);
  const wanted = counters.find((counter) => counter.id === counterId) ?? refused(refuse('COUNTER_UNKNOWN'));
  const answer = { counterId: wanted.id, number: wanted.number };
  if (wanted.staff_id === actor.id) return answer;
  const givesWay = wanted.simulated === true || wanted.offered_at !== null;
  if (wanted.staff_id !== null && (actor.simulated || !givesWay)) {
    refused(refuse('COUNTER_TAKEN', { name: wanted.staff_name ?? '' }));
  }
  if (wanted.session_id !== null) await closeCounterSession(tx, actor.mallId, wanted.session_id);
  const mine = counters.find((counter) => counter.staff_id === actor.id);
  if (mine?.session_id) await closeCounterSession(tx, actor.mallId, mine.session_id);
  const id = newId();
  const seated = await insertCounterSession(tx, { mallId: actor.mallId, id, counterId, staffId: actor.id });
  // Two officers pressed for one counter: the constraint let the first sit.
  if (!seated) refused(refuse('COUNTER_TAKEN', { name: '' }));
  tellAgency(tx, actor, 'counter-opened');
  tx.record({
    subjectKind: 'counter',
    subjectId: counterId,
    facts: { number: wanted.number, ...(wanted.staff_name === null ? {} : { takenFrom: wanted.staff_name }) },
  });
  return answer;
}

/**
 * Takes somebody off the counter at which they sit, because they serve there no longer. Whoever is called there or served
 * stays at the counter, for the colleague who sits down next.
 */
export async function freeCounter(
  tx: Tx,
  mallId: string,
  officer: { readonly id: string; readonly agency_id: string | null },
): Promise<void> {
  if (officer.agency_id === null) return;
  const counters = await listCounters(tx, mallId, officer.agency_id);
  const seat = counters.find((counter) => counter.staff_id === officer.id);
  if (!seat?.session_id) return;
  await closeCounterSession(tx, mallId, seat.session_id);
  tellAgency(tx, { mallId, agencyId: officer.agency_id }, 'counter-closed');
}

/** Leaves the counter. Refusals: NOT_AT_COUNTER. Whether somebody is being served there is the queue's to say. */
export async function closeCounter(tx: Tx, actor: StaffActor) {
  const counters = actor.agencyId === null ? [] : await listCounters(tx, actor.mallId, actor.agencyId);
  const mine = counters.find((counter) => counter.staff_id === actor.id) ?? refused(refuse('NOT_AT_COUNTER'));
  await closeCounterSession(tx, actor.mallId, mine.session_id!);
  tellAgency(tx, actor, 'counter-closed');
  tx.record({ subjectKind: 'counter', subjectId: mine.id, facts: { number: mine.number } });
  return { counterId: mine.id, closedAt: tx.now.toISOString() };
}

/**
 * The seat may be taken over by a colleague of its agency, or no longer. It stays whose it is until somebody does.
 * `by` is its own officer, or whoever releases it.
 */
export async function offerSeat(tx: Tx, by: StaffActor, seat: CounterRow, offered: boolean): Promise<void> {
  await setSeatOffer(tx, by.mallId, seat.session_id!, offered ? by.id : null);
  tx.emit({ mallId: by.mallId, kind: 'counter-offered', topics: [`agency:${seat.agency_id}`], payload: {} });
  tx.record({
    subjectKind: 'counter',
    subjectId: seat.id,
    agencyId: seat.agency_id,
    facts: { number: seat.number, name: seat.staff_name ?? '', offered },
  });
}

function tellAgency(
  tx: Tx,
  { mallId, agencyId }: Pick<StaffActor, 'mallId' | 'agencyId'>,
  kind: 'counter-opened' | 'counter-closed',
): void {
  tx.emit({
    mallId,
    kind,
    topics: [`agency:${agencyId}`, `mall:${mallId}`],
    payload: {},
  });
}
