import pg from 'pg';
import { seatServicesSql } from '#areas/skills/public.ts';
import { onBreakSql } from '#areas/staff/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';

/** Where the two statements that call somebody differ: SQL. */
interface ClaimParts {
  /** Who of those that wait. */
  readonly which: string;
  readonly outOfTurn: string;
  /** Further columns. */
  readonly passed: string;
}

/** Of those who wait, whom the seat can serve. */
const SERVED_HERE = (stop: string) => `(seat.services is null or ${stop}.service_id = any(seat.services))`;
/** Those who wait before the claimed one and could have been called here. */
const BEFORE_CLAIMED = `from stop w where w.mall_id = $1 and w.agency_id = $3 and w.service_day = $4
      and w.state = 'waiting' and (w.order_key, w.id) < (claimed.order_key, claimed.id) and ${SERVED_HERE('w')}`;
const PASSED = `,
      (select count(*)::int ${BEFORE_CLAIMED}) as passed_count,
      (select coalesce(json_agg(p), '[]') from (select w.series, w.number ${BEFORE_CLAIMED}
        order by w.order_key, w.id limit 20) p) as passed`;

/**
 * Picks the next waiting ticket of the agency that the seat can serve and claims it for the officer's counter, in one
 * statement.
 * The officer's open counter is found here too, so that a counter left or paused a moment ago claims nothing.
 * SKIP LOCKED lets two officers who press together take two people instead of waiting for each other;
 * the unique index stop_at_counter lets no counter hold two.
 */
const claimSql = (parts: ClaimParts) => `with seat as (
      select c.id as counter_id, c.number as counter_number, b.zone_id, z.floor, a.short_name,
        ${onBreakSql('o')} as paused, ${seatServicesSql('o')} as services
      from counter_session o
        join counter c on c.mall_id = o.mall_id and c.id = o.counter_id
        join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
        join agency a on a.mall_id = b.mall_id and a.id = b.agency_id
        join zone z on z.mall_id = b.mall_id and z.id = b.zone_id
      where o.mall_id = $1 and o.staff_id = $2 and o.closed_at is null and ($6::uuid is null or c.id = $6)
      order by o.place limit 1
    ), pick as (
      select s.id from stop s, seat
      where s.mall_id = $1 and s.agency_id = $3 and s.service_day = $4 and s.state = 'waiting' and not seat.paused
        and not exists (select from stop t where t.mall_id = $1 and t.counter_id = seat.counter_id
          and t.state in ('called', 'serving'))
        and ${SERVED_HERE('s')}
        ${parts.which}
      for update of s skip locked
    ), claimed as (
      update stop s set state = 'called', counter_id = seat.counter_id, staff_id = $2, call_count = 1
      from pick, seat where s.mall_id = $1 and s.id = pick.id
      returning s.id, s.series, s.number, s.order_key
    ), waited as (
      update stop_interval i set ended_at = greatest($5, i.started_at)
      from claimed where i.mall_id = $1 and i.stop_id = claimed.id and i.ended_at is null
      returning i.stop_id, i.seq, i.ended_at
    ), called as (
      insert into stop_interval (mall_id, stop_id, seq, kind, started_at, counter_id, staff_id, out_of_turn)
      select $1, waited.stop_id, waited.seq + 1, 'called', waited.ended_at, seat.counter_id, $2, ${parts.outOfTurn}
      from waited, seat
    )
    select seat.counter_id, seat.counter_number, seat.zone_id, seat.floor, seat.short_name, seat.paused, seat.services,
      claimed.id is null and exists (select from stop w where w.mall_id = $1 and w.agency_id = $3 and w.service_day = $4
        and w.state = 'waiting' and w.service_id <> all(seat.services)) as others_wait,
      claimed.id, claimed.series, claimed.number,
      (select t.id from stop t where t.mall_id = $1 and t.counter_id = seat.counter_id
        and t.state in ('called', 'serving')) as busy_with${parts.passed}
    from seat left join claimed on true`;

const CLAIM_NEXT: PreparedStatement = {
  name: 'claim-next',
  text: claimSql({ which: 'order by s.order_key, s.id limit 1', outOfTurn: 'null', passed: '' }),
};

/**
 * The same for the stop `$7`, called before its turn with the reason `$8`; not while somebody else acts on it. Who was
 * passed is read in the same snapshot: those before it in the line.
 */
const CLAIM_OUT_OF_TURN: PreparedStatement = {
  name: 'claim-out-of-turn',
  text: claimSql({
    which: 'and s.id = $7',
    outOfTurn: '$8',
    passed: PASSED,
  }),
};

export interface ClaimRow {
  readonly counter_id: string;
  readonly counter_number: number;
  readonly zone_id: string;
  readonly floor: number;
  readonly short_name: string;
  /** The officer asked for a break: nobody is called here. */
  readonly paused: boolean;
  /** What the counter with its officer can give; null: everything. */
  readonly services: readonly string[] | null;
  /** Nobody was claimed, and there are some whom only other counters can serve. */
  readonly others_wait: boolean | null;
  /** Null when nobody was claimed. */
  readonly id: string | null;
  readonly series: string | null;
  readonly number: number | null;
  /** The stop that held the counter before this statement, if any. */
  readonly busy_with: string | null;
}

interface Claimant {
  readonly mallId: string;
  readonly staffId: string;
  readonly agencyId: string;
  readonly day: string;
  /** Which of the officer's counters; the first where it is not said. */
  readonly counterId: string | undefined;
}

/**
 * No row: the officer sits at no counter. Refusals: COUNTER_BUSY when the same officer pressed twice at once and the
 * other press won the counter.
 */
export function claimNext(tx: Tx, by: Claimant): Promise<ClaimRow | undefined> {
  return claim<ClaimRow>(tx, CLAIM_NEXT, by, []);
}

export interface OutOfTurnRow extends ClaimRow {
  /** How many waited before the one who was called, and the first twenty of them. */
  readonly passed_count: number;
  readonly passed: readonly { readonly series: string; readonly number: number }[];
}

/** Claims this stop whatever its place, if it waits. As `claimNext` otherwise. */
export function claimOutOfTurn(
  tx: Tx,
  by: Claimant,
  asked: { readonly stopId: string; readonly reason: string },
): Promise<OutOfTurnRow | undefined> {
  return claim<OutOfTurnRow>(tx, CLAIM_OUT_OF_TURN, by, [asked.stopId, asked.reason]);
}

async function claim<Row>(
  tx: Tx,
  statement: PreparedStatement,
  by: Claimant,
  further: readonly unknown[],
): Promise<Row | undefined> {
  const values = [by.mallId, by.staffId, by.agencyId, by.day, tx.now, by.counterId ?? null, ...further];
  try {
    const [row] = await tx.query<Row>(statement, values);
    return row;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint === 'stop_at_counter')
      refused(refuse('COUNTER_BUSY'));
    throw error;
  }
}
