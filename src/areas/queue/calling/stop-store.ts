import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { Outcome, TicketState } from '../rules/ticket-states.ts';

/** What whoever acts on a stop must know of it; the statement names which stop, and locks it. */
export const LOCKED_STOP = `select s.id, s.mall_id, s.agency_id, s.service_day, s.service_id, s.series, s.number, s.state,
    s.counter_id, s.staff_id, s.call_count,
    s.reference_at, s.head_start_minutes, s.priority, s.order_key, s.held_until, s.hold_count,
    c.number as counter_number, b.zone_id, z.floor, a.short_name, m.time_zone, m.recalls_max
  from stop s
    join mall m on m.id = s.mall_id
    join agency a on a.mall_id = s.mall_id and a.id = s.agency_id
    join booth b on b.mall_id = s.mall_id and b.id = s.booth_id
    join zone z on z.mall_id = b.mall_id and z.id = b.zone_id
    left join counter c on c.mall_id = s.mall_id and c.id = s.counter_id`;

const LOCK_STOP: PreparedStatement = {
  name: 'lock-stop',
  text: `${LOCKED_STOP} where s.mall_id = $1 and s.id = $2 for update of s`,
};

export interface LockedStop {
  readonly id: string;
  readonly mall_id: string;
  readonly agency_id: string;
  readonly service_day: string;
  readonly service_id: string;
  readonly series: string;
  readonly number: number;
  readonly state: TicketState;
  readonly counter_id: string | null;
  readonly staff_id: string | null;
  readonly call_count: number;
  readonly reference_at: Date;
  readonly head_start_minutes: number;
  readonly priority: boolean;
  readonly order_key: Date;
  readonly held_until: Date | null;
  readonly hold_count: number;
  readonly counter_number: number | null;
  readonly zone_id: string;
  readonly floor: number;
  readonly short_name: string;
  readonly time_zone: string;
  readonly recalls_max: number;
}

/** The stop, held against every other change until COMMIT. */
export async function lockStop(tx: Tx, mallId: string, stopId: string): Promise<LockedStop | undefined> {
  const [row] = await tx.query<LockedStop>(LOCK_STOP, [mallId, stopId]);
  return row;
}

/** Ends a stop that is held, and its open interval at max(now, its start). */
const END_STOP: PreparedStatement = {
  name: 'end-stop',
  text: `with ended as (
      update stop_interval i set ended_at = greatest($4, i.started_at)
      where i.mall_id = $1 and i.stop_id = $2 and i.ended_at is null
    )
    update stop set state = 'done', outcome = $3, held_until = null where mall_id = $1 and id = $2`,
};

export async function endStop(
  tx: Tx,
  stop: { readonly mallId: string; readonly id: string },
  outcome: Outcome,
): Promise<void> {
  await tx.query(END_STOP, [stop.mallId, stop.id, outcome, tx.now]);
}

export async function countCallAgain(tx: Tx, mallId: string, stopId: string): Promise<void> {
  await tx.db
    .updateTable('stop')
    .set((row) => ({ call_count: row('call_count', '+', 1), recalled_at: tx.now }))
    .where('mall_id', '=', mallId)
    .where('id', '=', stopId)
    .execute();
}

/**
 * Stops that the day has left behind, locked, at most 500: those who waited, were called or on hold before `day`, and those
 * whose service nobody ended for a whole day more (until then only the officer knows how it ends).
 */
export async function listOpenStopsBefore(tx: Tx, mallId: string, day: string, dayBefore: string) {
  return tx.db
    .selectFrom('stop')
    .select(['id', 'agency_id', 'state'])
    .where('mall_id', '=', mallId)
    .where((row) =>
      row.or([
        row('service_day', '<', day).and('state', 'in', ['waiting', 'called', 'held']),
        row('service_day', '<', dayBefore).and('state', '=', 'serving'),
      ]),
    )
    .orderBy('id')
    .limit(500)
    .forUpdate()
    .execute();
}
