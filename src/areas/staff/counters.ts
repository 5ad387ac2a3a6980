import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import {
  closeCounterSession,
  findOthersToday,
  insertCounterSession,
  listCounters,
  setSeatOffer,
  type CounterRow,
} from './store.ts';

/** How many counters one officer may hold at once; the constraint says the same. */
const COUNTERS_MAX = 2;

/**
 * Sits an officer down at a counter of the own agency: as the only one, for which the one held before is left, or as a
 * second one beside it. A simulated officer makes way; a person does who offered the seat, or whose seat was released.
 * Refusals: OTHER_AGENCY, COUNTER_UNKNOWN, COUNTER_OTHER_DAY (`agency`: whose day it is at the shared place),
 * COUNTER_TAKEN, TWO_COUNTERS for one who would hold three.
 */
export async function openCounter(tx: Tx, actor: StaffActor, counterId: string, second: boolean) {
  if (actor.agencyId === null) refused(refuse('OTHER_AGENCY'));
  const counters = await listCounters(tx, actor.mallId, actor.agencyId);
  const wanted = counters.find((counter) => counter.id === counterId) ?? refused(refuse('COUNTER_UNKNOWN'));
  const answer = { counterId: wanted.id, number: wanted.number };
  if (wanted.staff_id === actor.id) return answer;
  const others = await findOthersToday(tx, actor.mallId, counterId);
  if (others !== undefined) refused(refuse('COUNTER_OTHER_DAY', { counter: wanted.number, agency: others }));
  const givesWay = wanted.simulated === true || wanted.offered_at !== null;
  if (wanted.staff_id !== null && (actor.simulated || !givesWay)) {
    refused(refuse('COUNTER_TAKEN', { name: wanted.staff_name ?? '' }));
  }
  const mine = counters.filter((counter) => counter.staff_id === actor.id);
  if (mine.length >= COUNTERS_MAX) refused(refuse('TWO_COUNTERS'));
  if (wanted.session_id !== null) await closeCounterSession(tx, actor.mallId, wanted.session_id);
  const left = second ? undefined : mine[0]?.session_id;
  if (left) await closeCounterSession(tx, actor.mallId, left);
  const place = second && mine[0]?.place === 1 ? 2 : 1;
  const session = { mallId: actor.mallId, id: newId(), counterId, staffId: actor.id, place };
  // Two pressed for one counter, or one for two counters at once: the constraints let the first sit.
  if (!(await insertCounterSession(tx, session))) refused(refuse('COUNTER_TAKEN', { name: '' }));
  tellAgency(tx, actor, 'counter-opened');
  tx.record({
    subjectKind: 'counter',
    subjectId: counterId,
    facts: { number: wanted.number, ...(wanted.staff_name === null ? {} : { takenFrom: wanted.staff_name }) },
  });
  return answer;
}

/**
 * Takes somebody off the counters at which they sit, because they serve there no longer. Whoever is called there or
 * served stays at the counter, for the colleague who sits down next.
 */
export async function freeCounter(
  tx: Tx,
  mallId: string,
  officer: { readonly id: string; readonly agency_id: string | null },
): Promise<void> {
  if (officer.agency_id === null) return;
  const counters = await listCounters(tx, mallId, officer.agency_id);
  const seats = counters.filter((counter) => counter.staff_id === officer.id);
  for (const seat of seats) await closeCounterSession(tx, mallId, seat.session_id!);
  if (seats.length > 0) tellAgency(tx, { mallId, agencyId: officer.agency_id }, 'counter-closed');
}

/** Leaves a counter of the officer's own. Whether somebody is being served there is the queue's to say. */
export async function closeCounter(tx: Tx, actor: StaffActor, mine: CounterRow) {
  await closeCounterSession(tx, actor.mallId, mine.session_id!);
  tellAgency(tx, actor, 'counter-closed');
  tx.record({ subjectKind: 'counter', subjectId: mine.id, facts: { number: mine.number } });
  return { closedAt: tx.now.toISOString() };
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
