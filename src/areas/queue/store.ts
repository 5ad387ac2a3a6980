import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { Outcome, TicketState } from './rules/ticket-states.ts';
import type { GoesOnReason } from './rules/transfer.ts';

/** A stop with the names around it. Names come from earlier areas' tables, read in the same statement. */
export interface StopRow {
  readonly id: string;
  readonly mall_id: string;
  readonly time_zone: string;
  readonly token: string;
  readonly service_day: string;
  readonly series: string;
  readonly number: number;
  readonly state: TicketState;
  readonly priority: boolean;
  readonly head_start_minutes: number;
  readonly reference_at: Date;
  /** The number to which this stop led on, and why. */
  readonly next: {
    readonly token: string;
    readonly series: string;
    readonly number: number;
    readonly why: GoesOnReason;
  } | null;
  readonly came_from: { readonly series: string; readonly number: number } | null;
  readonly transfer_reason: GoesOnReason | null;
  readonly created_at: Date;
  readonly call_count: number;
  readonly channel: string;
  readonly simulated: boolean;
  readonly outcome: Outcome | null;
  readonly outcome_reason: string | null;
  readonly counter_id: string | null;
  readonly staff_id: string | null;
  readonly counter_number: number | null;
  readonly called_at: Date | null;
  readonly out_of_turn: string | null;
  readonly first_called_at: Date | null;
  readonly serving_since: Date | null;
  readonly held_until: Date | null;
  readonly hold_count: number;
  readonly agency_id: string;
  readonly agency_slug: string;
  readonly agency_short_name: string;
  readonly service_id: string;
  readonly service_slug: string;
  readonly service_name: string;
  readonly service_name_en: string;
  readonly requirements: unknown;
  readonly zone_id: string;
  readonly zone_slug: string;
  readonly zone_name: string;
  readonly zone_floor: number;
}

const STOP_COLUMNS = `
  s.id, s.mall_id, m.time_zone, s.token, s.service_day, s.series, s.number, s.state, s.priority,
  s.head_start_minutes, s.reference_at, s.created_at, s.transfer_reason,
  (select json_build_object('token', n.token, 'series', n.series, 'number', n.number,
    'why', n.transfer_reason) from stop n
    where n.mall_id = s.mall_id and n.transferred_from = s.id) as next,
  (select json_build_object('series', p.series, 'number', p.number) from stop p
    where p.mall_id = s.mall_id and p.id = s.transferred_from) as came_from, s.call_count, s.channel, s.simulated, s.outcome, s.outcome_reason,
  s.counter_id, s.staff_id, s.held_until, s.hold_count, c.number as counter_number,
  (select max(i.started_at) from stop_interval i
    where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'called') as called_at,
  (select i.out_of_turn from stop_interval i where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'called'
    order by i.seq desc limit 1) as out_of_turn,
  (select min(i.started_at) from stop_interval i
    where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'called') as first_called_at,
  (select i.started_at from stop_interval i
    where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'serving' and i.ended_at is null) as serving_since,
  a.id as agency_id, a.slug as agency_slug, a.short_name as agency_short_name,
  v.id as service_id, v.slug as service_slug, v.name as service_name, v.name_en as service_name_en, v.requirements,
  z.id as zone_id, z.slug as zone_slug, z.name as zone_name, z.floor as zone_floor`;

const STOP_TABLES = `
  stop s
  join mall m on m.id = s.mall_id
  join agency a on a.mall_id = s.mall_id and a.id = s.agency_id
  join service v on v.mall_id = s.mall_id and v.id = s.service_id
  join booth b on b.mall_id = s.mall_id and b.id = s.booth_id
  join zone z on z.mall_id = b.mall_id and z.id = b.zone_id
  left join counter c on c.mall_id = s.mall_id and c.id = s.counter_id`;

const STOP_BY_TOKEN: PreparedStatement = {
  name: 'stop-by-token',
  text: `select ${STOP_COLUMNS} from ${STOP_TABLES} where s.token = $1`,
};

export async function findStopRowByToken(tx: Tx, token: string): Promise<StopRow | undefined> {
  const [row] = await tx.query<StopRow>(STOP_BY_TOKEN, [token]);
  return row;
}

const STOP_BY_NUMBER: PreparedStatement = {
  name: 'stop-by-number',
  text: `select ${STOP_COLUMNS} from ${STOP_TABLES}
         where s.mall_id = $1 and s.service_day = $2 and s.series = $3 and s.number = $4`,
};

/** A ticket by what is printed on it: numbers begin anew each service day. */
export async function findStopRowByNumber(
  tx: Tx,
  ticket: { mallId: string; day: string; series: string; number: number },
): Promise<StopRow | undefined> {
  const { mallId, day, series, number } = ticket;
  const [row] = await tx.query<StopRow>(STOP_BY_NUMBER, [mallId, day, series, number]);
  return row;
}

const STOPS_BY_ID: PreparedStatement = {
  name: 'stops-by-id',
  text: `select ${STOP_COLUMNS} from ${STOP_TABLES} where s.mall_id = $1 and s.id = any($2)`,
};

export function listStopRows(tx: Tx, mallId: string, ids: readonly string[]): Promise<StopRow[]> {
  return tx.query<StopRow>(STOPS_BY_ID, [mallId, ids]);
}

const WAITING_ROWS: PreparedStatement = {
  name: 'waiting-rows',
  text: `select ${STOP_COLUMNS} from ${STOP_TABLES}
         where s.mall_id = $1 and s.agency_id = $2 and s.service_day = $3 and s.state = 'waiting'
         order by s.order_key, s.id limit $4`,
};

/** Those who wait for an agency today, in the order in which they will be called. */
export function listWaitingRows(
  tx: Tx,
  line: { mallId: string; agencyId: string; day: string; limit: number },
): Promise<StopRow[]> {
  return tx.query<StopRow>(WAITING_ROWS, [line.mallId, line.agencyId, line.day, line.limit]);
}

const HELD_ROWS: PreparedStatement = {
  name: 'held-rows',
  text: `select ${STOP_COLUMNS} from ${STOP_TABLES}
         where s.mall_id = $1 and s.agency_id = $2 and s.service_day = $3 and s.state = 'held'
         order by s.held_until, s.id limit 50`,
};

/** Those of an agency who are on hold today, the one whose time ends first at the top; at most 50. */
export function listHeldRows(
  tx: Tx,
  line: { mallId: string; agencyId: string; day: string },
): Promise<StopRow[]> {
  return tx.query<StopRow>(HELD_ROWS, [line.mallId, line.agencyId, line.day]);
}

const AT_COUNTERS: PreparedStatement = {
  name: 'stops-at-counters',
  text: `select ${STOP_COLUMNS} from ${STOP_TABLES}
         where s.mall_id = $1 and s.counter_id = any($2) and s.state in ('called', 'serving')`,
};

/** The people called to, or served at, these counters: one at each at the most. */
export async function listStopsAtCounters(
  tx: Tx,
  mallId: string,
  counters: readonly { readonly id: string }[],
): Promise<StopRow[]> {
  if (counters.length === 0) return [];
  return tx.query<StopRow>(AT_COUNTERS, [mallId, counters.map(({ id }) => id)]);
}
