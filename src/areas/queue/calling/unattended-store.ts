import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { MovedStop } from './move-store.ts';

export interface UnattendedRow extends MovedStop {
  readonly hold_count: number;
  readonly last_called_at: Date;
  /** Null when the officer who called sits at that counter no more. */
  readonly officer_heard_at: Date | null;
  readonly listening_since: Date;
  readonly no_show_minutes: number;
  readonly silent_minutes: number;
}

/**
 * Everybody in the mall who is called and not served, locked, at counters of people; nobody while no server listens.
 * SKIP LOCKED: whom an officer or another process has in hand at this moment is looked at the next time.
 */
const LOCK_UNATTENDED: PreparedStatement = {
  name: 'lock-unattended',
  text: `select s.id, s.mall_id, s.agency_id, s.series, s.number, c.number as counter_number, b.zone_id,
      s.hold_count,
      greatest(s.recalled_at, i.started_at) as last_called_at,
      (select greatest(o.seen_at, o.opened_at) from counter_session o where o.mall_id = s.mall_id
        and o.counter_id = s.counter_id and o.staff_id = s.staff_id and o.closed_at is null) as officer_heard_at,
      h.since as listening_since, m.no_show_minutes, m.silent_minutes
    from stop s
      join stop_interval i on i.mall_id = s.mall_id and i.stop_id = s.id and i.ended_at is null and i.kind = 'called'
      join staff_member p on p.mall_id = s.mall_id and p.id = s.staff_id and not p.simulated
      join counter c on c.mall_id = s.mall_id and c.id = s.counter_id
      join booth b on b.mall_id = s.mall_id and b.id = s.booth_id
      join mall m on m.id = s.mall_id
      cross join hearing h
    where s.mall_id = $1 and s.state = 'called' and h.until > $2::timestamptz - interval '90 seconds'
    order by s.id limit 500 for update of s skip locked`,
};

export function lockUnattended(tx: Tx, mallId: string): Promise<UnattendedRow[]> {
  return tx.query<UnattendedRow>(LOCK_UNATTENDED, [mallId, tx.now]);
}

const HOLD_LOCKED: PreparedStatement = {
  name: 'hold-locked-stop',
  text: `with moved as (
      update stop set state = 'held', held_until = $3, hold_count = hold_count + 1
      where mall_id = $1 and id = $2
      returning counter_id, staff_id
    ), ended as (
      update stop_interval i set ended_at = greatest($4, i.started_at)
      where i.mall_id = $1 and i.stop_id = $2 and i.ended_at is null
      returning i.seq, i.ended_at
    )
    insert into stop_interval (mall_id, stop_id, seq, kind, started_at, counter_id, staff_id)
    select $1, $2, ended.seq + 1, 'held', ended.ended_at, moved.counter_id, moved.staff_id from ended, moved`,
};

/** Puts a stop that is locked and was called on hold until then. */
export async function holdLocked(
  tx: Tx,
  stop: { readonly mallId: string; readonly id: string },
  until: Date,
): Promise<void> {
  await tx.query(HOLD_LOCKED, [stop.mallId, stop.id, until, tx.now]);
}

const WAIT_ON: PreparedStatement = {
  name: 'wait-on',
  text: `with moved as (
      update stop set state = 'waiting', call_count = 0, counter_id = null, staff_id = null
      where mall_id = $1 and id = $2
    ), ended as (
      update stop_interval i set kind = 'undone', ended_at = greatest($3, i.started_at)
      where i.mall_id = $1 and i.stop_id = $2 and i.ended_at is null
      returning i.seq, i.ended_at
    )
    insert into stop_interval (mall_id, stop_id, seq, kind, started_at)
    select $1, $2, ended.seq + 1, 'waiting', ended.ended_at from ended`,
};

/** Lets one who is locked and was called wait on in the old place, as if there had been no call. */
export async function waitOn(tx: Tx, stop: { readonly mallId: string; readonly id: string }): Promise<void> {
  await tx.query(WAIT_ON, [stop.mallId, stop.id, tx.now]);
}
