import type { StaffActor } from '#platform/contract/access.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { PlaceInLine } from '../rules/hold.ts';
import { UNDO_SECONDS } from '../rules/calling.ts';
import type { Outcome, TicketState } from '../rules/ticket-states.ts';
import type { LockedStop } from './stop-store.ts';

/**
 * Moves a stop that is the officer's own and in one of the given states, in one statement; no row otherwise. Whoever
 * moves a stop at the same time is waited for, and the condition is then looked at again.
 */
const MOVE_OWN_STOP: PreparedStatement = {
  name: 'move-own-stop',
  text: `with moved as (
      update stop set state = $6, outcome = $7, outcome_reason = $8,
        held_until = $11, hold_count = hold_count + case when $6 = 'held' then 1 else 0 end
      where mall_id = $1 and id = $2 and agency_id = $3 and staff_id = $4 and state = any($5)
      returning id, mall_id, agency_id, booth_id, series, number, counter_id, staff_id
    ), ended as (
      update stop_interval i set ended_at = greatest($9, i.started_at)
      from moved where i.mall_id = $1 and i.stop_id = moved.id and i.ended_at is null
      returning i.seq, i.ended_at
    ), begun as (
      insert into stop_interval (mall_id, stop_id, seq, kind, started_at, counter_id, staff_id)
      select $1, moved.id, ended.seq + 1, $10::text, ended.ended_at, moved.counter_id, moved.staff_id
      from ended, moved where $10::text is not null
    )
    select moved.id, moved.mall_id, moved.agency_id, moved.series, moved.number,
      c.number as counter_number, b.zone_id, (select count(*)::int from ended) as intervals_ended
    from moved
      join booth b on b.mall_id = moved.mall_id and b.id = moved.booth_id
      left join counter c on c.mall_id = moved.mall_id and c.id = moved.counter_id`,
};

export type MovedStop = Pick<
  LockedStop,
  'id' | 'mall_id' | 'agency_id' | 'series' | 'number' | 'counter_number' | 'zone_id'
>;

export type NextStop =
  | { readonly state: 'serving' }
  | { readonly state: 'held'; readonly until: Date }
  | { readonly state: 'done'; readonly outcome: Outcome; readonly reason: string | null };

/** Undefined when the stop is not there, not this officer's, or in another state. */
export async function moveOwnStop(
  tx: Tx,
  officer: StaffActor,
  stop: { readonly id: string; readonly from: readonly TicketState[] },
  to: NextStop,
): Promise<MovedStop | undefined> {
  const done = to.state === 'done' ? to : undefined;
  const [row] = await tx.query<MovedStop & { intervals_ended: number }>(MOVE_OWN_STOP, [
    ...[officer.mallId, stop.id, officer.agencyId, officer.id, stop.from],
    ...[to.state, done?.outcome ?? null, done?.reason ?? null, tx.now],
    to.state === 'done' ? null : to.state,
    to.state === 'held' ? to.until : null,
  ]);
  // The stop went away and came back while this statement waited: it saw an interval that is over.
  if (row?.intervals_ended === 0) throw new Error('a stop was moved without its interval');
  return row;
}

/** Ends a hold: the stop waits at the given place, at no counter, and its hold ends at max(now, its start). */
const PUT_BACK: PreparedStatement = {
  name: 'put-back-in-line',
  text: `with moved as (
      update stop set state = 'waiting', held_until = null, counter_id = null, staff_id = null,
        reference_at = $3, head_start_minutes = $4, order_key = $5
      where mall_id = $1 and id = $2
    ), ended as (
      update stop_interval i set ended_at = greatest($6, i.started_at)
      where i.mall_id = $1 and i.stop_id = $2 and i.ended_at is null
      returning i.seq, i.ended_at
    )
    insert into stop_interval (mall_id, stop_id, seq, kind, started_at)
    select $1, $2, ended.seq + 1, 'waiting', ended.ended_at from ended`,
};

export async function putBackInLine(
  tx: Tx,
  stop: { readonly mallId: string; readonly id: string },
  place: PlaceInLine,
): Promise<void> {
  await tx.query(PUT_BACK, [
    ...[stop.mallId, stop.id, new Date(place.referenceAt), place.headStartMinutes, new Date(place.orderKey)],
    tx.now,
  ]);
}

/**
 * Takes the officer's own call back while it is young enough, in one statement; no row otherwise. Locks the stop, then
 * its stretch, as every move does; whoever waited here for another command finds the stretch ended and changes nothing.
 */
const TAKE_BACK_CALL: PreparedStatement = {
  name: 'take-back-call',
  text: `with mine as (
      select id from stop
      where mall_id = $1 and id = $2 and agency_id = $3 and staff_id = $4 and state = 'called' for update
    ), young as (
      update stop_interval i set kind = 'undone', ended_at = greatest($5, i.started_at)
      from mine where i.mall_id = $1 and i.stop_id = mine.id and i.kind = 'called' and i.ended_at is null
        and i.started_at >= $5::timestamptz - interval '${UNDO_SECONDS} seconds'
      returning i.stop_id, i.seq, i.ended_at, i.counter_id
    ), moved as (
      update stop s set state = 'waiting', call_count = 0, counter_id = null, staff_id = null
      from young where s.mall_id = $1 and s.id = young.stop_id
      returning s.id, s.mall_id, s.agency_id, s.booth_id, s.series, s.number
    ), begun as (
      insert into stop_interval (mall_id, stop_id, seq, kind, started_at)
      select $1, young.stop_id, young.seq + 1, 'waiting', young.ended_at from young
    )
    select moved.id, moved.mall_id, moved.agency_id, moved.series, moved.number, c.number as counter_number, b.zone_id
    from moved join young on young.stop_id = moved.id
      join booth b on b.mall_id = moved.mall_id and b.id = moved.booth_id
      left join counter c on c.mall_id = moved.mall_id and c.id = young.counter_id`,
};

/** Undefined when the stop is not there, not this officer's, not called, or called too long ago. */
export async function takeBackCall(
  tx: Tx,
  officer: StaffActor,
  stopId: string,
): Promise<MovedStop | undefined> {
  const values = [officer.mallId, stopId, officer.agencyId, officer.id, tx.now];
  const [row] = await tx.query<MovedStop>(TAKE_BACK_CALL, values);
  return row;
}

/**
 * The person at a counter goes on with the officer who took it over. A service is split where it changed hands, so that
 * whose time is whose stays true; a call stays the caller's.
 */
const HAND_OVER: PreparedStatement = {
  name: 'hand-over',
  text: `with moved as (
      update stop set staff_id = $3
      where mall_id = $1 and counter_id = $2 and state in ('called', 'serving') and staff_id <> $3
      returning id, state
    ), ended as (
      update stop_interval i set ended_at = greatest($4, i.started_at)
      from moved where i.mall_id = $1 and i.stop_id = moved.id and moved.state = 'serving' and i.ended_at is null
      returning i.stop_id, i.seq, i.kind, i.ended_at
    )
    insert into stop_interval (mall_id, stop_id, seq, kind, started_at, counter_id, staff_id)
    select $1, ended.stop_id, ended.seq + 1, ended.kind, ended.ended_at, $2, $3 from ended`,
};

export async function handOverStop(
  tx: Tx,
  to: { readonly mallId: string; readonly counterId: string; readonly staffId: string },
): Promise<void> {
  await tx.query(HAND_OVER, [to.mallId, to.counterId, to.staffId, tx.now]);
}
