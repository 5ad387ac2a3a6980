import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

/** Longer than this between two notes, and nobody listened meanwhile. */
const BREAK_SECONDS = 90;

const NOTE_HEARD: PreparedStatement = {
  name: 'note-heard',
  text: `with listening as (
      insert into hearing as h (since, until) values ($1, $1)
      on conflict (only_row) do update set until = $1, since = case
        when $1 between h.until - interval '${BREAK_SECONDS} seconds' and h.until + interval '${BREAK_SECONDS} seconds'
        then least(h.since, $1) else $1 end
    )
    update counter_session set seen_at = greatest(seen_at, $1)
    where staff_id = any($2) and closed_at is null`,
};

/** These officers were heard a moment ago; that somebody listens at all is noted with it. */
export async function noteHeard(tx: Tx, staffIds: readonly string[]): Promise<void> {
  await tx.query(NOTE_HEARD, [tx.now, staffIds]);
}

export interface SilentSeat {
  readonly session_id: string;
  readonly counter_id: string;
  readonly counter_number: number;
  readonly agency_id: string;
  readonly staff_name: string;
}

/**
 * Gives the counters free whose officers have been silent for as long as the mall allows. Not the one at which somebody is
 * called or served: no visitor loses the place at a counter by it. Nor that of an officer on a break, whose seat it stays.
 * Simulated officers are the simulation's own affair.
 * SKIP LOCKED: of two processes that look at the same time one gives a seat free.
 */
const FREE_SILENT_SEATS: PreparedStatement = {
  name: 'free-silent-seats',
  text: `with silent as (
      select o.id, o.counter_id, c.number, b.agency_id, p.name
      from counter_session o
        join staff_member p on p.mall_id = o.mall_id and p.id = o.staff_id
        join counter c on c.mall_id = o.mall_id and c.id = o.counter_id
        join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
        join mall m on m.id = o.mall_id
        cross join hearing h
      where o.mall_id = $1 and o.closed_at is null and not p.simulated
        and h.until > $2::timestamptz - interval '${BREAK_SECONDS} seconds'
        and greatest(o.seen_at, o.opened_at, h.since) <= $2::timestamptz - make_interval(mins => m.silent_minutes)
        and not exists (select from counter_break k where k.mall_id = o.mall_id and k.session_id = o.id
          and k.ended_at is null)
        and not exists (select from stop s where s.mall_id = $1 and s.counter_id = o.counter_id
          and s.state in ('called', 'serving'))
      for update of o skip locked
    )
    update counter_session o set closed_at = greatest($2, o.opened_at), ended_by = 'silence'
    from silent where o.mall_id = $1 and o.id = silent.id
    returning o.id as session_id, o.counter_id, silent.number as counter_number, silent.agency_id,
      silent.name as staff_name`,
};

export function freeSilentSeatRows(tx: Tx, mallId: string): Promise<SilentSeat[]> {
  return tx.query<SilentSeat>(FREE_SILENT_SEATS, [mallId, tx.now]);
}

const LAST_SEAT: PreparedStatement = {
  name: 'last-seat',
  text: `select c.number as counter_number, o.closed_at, o.ended_by, m.silent_minutes
    from counter_session o
      join counter c on c.mall_id = o.mall_id and c.id = o.counter_id
      join mall m on m.id = o.mall_id
    where o.mall_id = $1 and o.staff_id = $2 order by o.opened_at desc limit 1`,
};

/** Where an officer sat last, and how that ended; undefined for one who never sat. */
export async function findLastSeat(tx: Tx, mallId: string, staffId: string) {
  const [row] = await tx.query<{
    counter_number: number;
    closed_at: Date | null;
    ended_by: 'silence' | null;
    silent_minutes: number;
  }>(LAST_SEAT, [mallId, staffId]);
  return row;
}
