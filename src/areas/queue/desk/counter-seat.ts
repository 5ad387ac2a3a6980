import { lockBoothOfAgency } from '#areas/agencies/public.ts';
import { findOpenMin } from '#areas/rotation/public.ts';
import { openMinNow } from '#areas/rotation/rules/rest-plan.ts';
import {
  beginBreak,
  closeCounter,
  finishBreak,
  listCounters,
  listMyCounters,
  offerSeat,
  openCounter,
  type BreakWish,
  type CounterRow,
} from '#areas/staff/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import type { SeatNow } from '../counter-contract.ts';
import { handOverStop } from '../calling/move-store.ts';
import { nextSeat, seatState, type SeatAction, type SeatState } from '../rules/seat-states.ts';
import { formatNumber } from '../rules/series.ts';
import { listBreakRows, listBusyCounters } from './seat-store.ts';
import { listStopsAtCounters } from '../store.ts';
import { toCounterBreak } from '../views.ts';

/**
 * Sits down at a counter. Whoever is called or served there by the officer who makes way is handed over: the person
 * stays, and the time from now on is the colleague's.
 * Refusals: COUNTER_BUSY when somebody is still at the counter that would be left, and those of staff's openCounter.
 */
export async function takeSeat(tx: Tx, officer: StaffActor, counterId: string, second: boolean) {
  const mine = await listMyCounters(tx, officer);
  const [only] = mine;
  if (!second && only !== undefined && mine.length === 1 && only.id !== counterId)
    await refuseUnless(tx, only, 'leave');
  const seat = await openCounter(tx, officer, counterId, second);
  await handOverStop(tx, { mallId: officer.mallId, counterId, staffId: officer.id });
  return seat;
}

/** The counter of the officer's own that is meant: the named one, or the first. Refusals: NOT_AT_COUNTER. */
async function ownSeat(tx: Tx, officer: StaffActor, counterId: string | undefined): Promise<CounterRow> {
  const mine = await listMyCounters(tx, officer);
  const meant = mine.find(({ id }) => counterId === undefined || id === counterId);
  return meant ?? refused(refuse('NOT_AT_COUNTER'));
}

/** Leaves the counter. Refusals: NOT_AT_COUNTER, COUNTER_BUSY while somebody is called to it or served at it. */
export async function leaveSeat(tx: Tx, officer: StaffActor, counterId: string | undefined) {
  const mine = await ownSeat(tx, officer, counterId);
  await refuseUnless(tx, mine, 'leave');
  return closeCounter(tx, officer, mine);
}

/**
 * The counter calls nobody from now on. Whoever is there is finished first: the break begins after this one.
 * Refusals: NOT_AT_COUNTER, ALREADY_PAUSED, REST_TOO_FEW_OPEN for a rest that can wait.
 */
export async function pauseSeat(
  tx: Tx,
  officer: StaffActor,
  { counterId, ...wish }: BreakWish & { readonly counterId?: string | undefined },
) {
  const mine = await ownSeat(tx, officer, counterId);
  const state = await refuseUnless(tx, mine, 'pause');
  if (wish.kind !== 'other') await refuseTooFewOpen(tx, officer, mine);
  await beginBreak(tx, officer, mine, wish);
  return { begins: state === 'busy' ? ('after-this' as const) : ('now' as const) };
}

/**
 * The booth keeps as many counters open as were ruled. The no says until when the first colleague is away, where
 * somebody is; what cannot wait is not asked.
 */
async function refuseTooFewOpen(tx: Tx, officer: StaffActor, mine: CounterRow): Promise<void> {
  // Two who would rest at once follow one another, so that the later one counts the earlier one out.
  await lockBoothOfAgency(tx, officer.mallId, mine.agency_id);
  const counters = await listCounters(tx, officer.mallId, mine.agency_id);
  const seated = counters.filter((counter) => counter.staff_id !== null);
  const others = seated.filter((counter) => counter.id !== mine.id && counter.break_kind === null);
  const openMin = openMinNow(await findOpenMin(tx, officer.mallId, mine.agency_id), seated.length);
  if (others.length >= openMin) return;
  const ends = (await listBreakRows(tx, officer.mallId, mine.agency_id))
    .flatMap((row) => toCounterBreak(row).until ?? [])
    .map((until) => Date.parse(until))
    .filter((until) => until > tx.now.getTime());
  refused(
    refuse('REST_TOO_FEW_OPEN', { openMin, ...(ends.length === 0 ? {} : { opensAt: Math.min(...ends) }) }),
  );
}

/** Ends the break, or takes it back before it began. Refusals: NOT_AT_COUNTER, NOT_PAUSED. */
export async function resumeSeat(tx: Tx, officer: StaffActor, counterId: string | undefined) {
  const mine = await ownSeat(tx, officer, counterId);
  await refuseUnless(tx, mine, 'resume');
  await finishBreak(tx, officer, mine);
  return { resumedAt: tx.now.toISOString() };
}

/** Refusals: NOT_AT_COUNTER. */
export async function offerOwnSeat(
  tx: Tx,
  officer: StaffActor,
  { counterId, offered }: { readonly counterId?: string | undefined; readonly offered: boolean },
) {
  const mine = await ownSeat(tx, officer, counterId);
  await refuseUnless(tx, mine, 'offer');
  await offerSeat(tx, officer, mine, offered);
  return { offered };
}

/** For an officer who cannot offer the seat any more. Refusals: COUNTER_UNKNOWN, OTHER_AGENCY, COUNTER_EMPTY. */
export async function releaseSeat(tx: Tx, leader: StaffActor, counterId: string) {
  const counters = await listCounters(tx, leader.mallId, null);
  const counter = counters.find(({ id }) => id === counterId) ?? refused(refuse('COUNTER_UNKNOWN'));
  if (leader.agencyId !== null && leader.agencyId !== counter.agency_id) refused(refuse('OTHER_AGENCY'));
  if (counter.session_id === null) refused(refuse('COUNTER_EMPTY', { counter: counter.number }));
  await offerSeat(tx, leader, counter, true);
  return { number: counter.number };
}

/** Refusals: OTHER_AGENCY. */
export async function listSeats(tx: Tx, leader: StaffActor, agencyId: string): Promise<SeatNow[]> {
  if (leader.agencyId !== null && leader.agencyId !== agencyId) refused(refuse('OTHER_AGENCY'));
  const counters = await listCounters(tx, leader.mallId, agencyId);
  const busy = await listBusyCounters(tx, leader.mallId, agencyId);
  return counters.map((counter) => ({
    counterId: counter.id,
    number: counter.number,
    staffName: counter.staff_name,
    since: counter.opened_at?.toISOString() ?? null,
    seat: seatState({
      taken: counter.staff_id !== null,
      onBreak: counter.break_kind !== null,
      occupied: busy.has(counter.id),
    }),
    offered: counter.offered_at !== null,
  }));
}

/** What the seat is doing, where the table allows the action; its no otherwise, with who is in the way. */
async function refuseUnless(tx: Tx, counter: CounterRow, action: SeatAction): Promise<SeatState> {
  const [stop] = await listStopsAtCounters(tx, tx.actor.mallId!, [counter]);
  const state = seatState({
    taken: counter.staff_id !== null,
    onBreak: counter.break_kind !== null,
    occupied: stop !== undefined,
  });
  const next = nextSeat(state, action);
  if (!isRefusal(next)) return state;
  const number = stop === undefined ? {} : { number: formatNumber(stop.series, stop.number) };
  return refused(refuse(next.refused, { counter: counter.number, ...number }));
}
