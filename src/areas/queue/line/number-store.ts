import { ledgerTakeSql } from '#areas/capacity/public.ts';
import { lineOfService, type OpenSeat, type ServiceLine } from '#areas/skills/rules/service-line.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { openSeatsSql } from './line-store.ts';
import type { Outcome } from '../rules/ticket-states.ts';
import type { TransferReason } from '../rules/transfer.ts';

/** Where the statements that give a number differ: SQL. */
interface GiveNumberParts {
  readonly internal: 'true' | 'false';
  /** What becomes of the visit, as parts of a `with`. */
  readonly visit: string;
  readonly from: string;
  readonly reason: string;
}

/**
 * Gives one number: ledger, series counter, visit, stop and its first interval together or not at all.
 * Locks in this order: the service's ledger row, then the agency's series row; both are held until COMMIT.
 * No row comes back when the quota or the series was used up by somebody faster.
 */
const giveNumberSql = (parts: GiveNumberParts) => `with ledger as (
      ${ledgerTakeSql({ mall: '$1', day: '$2', service: '$3', internal: parts.internal })}
    ), given as (
      insert into queue_series as q (mall_id, service_day, series, last_number)
      select $1, $2, $4, 1 from ledger
      on conflict (mall_id, service_day, series) do update set last_number = q.last_number + 1
        where q.last_number < 999
      returning q.last_number
    ), ${parts.visit}, new_stop as (
      insert into stop (mall_id, id, visit_id, service_day, agency_id, booth_id, service_id, series, number, token,
        state, reference_at, head_start_minutes, priority, order_key, channel, simulated, created_at,
        transferred_from, transfer_reason)
      select $1, $9, $5, $2, $10, $11, $3, $4, given.last_number, $12,
        'waiting', $13, $14, $15, $16, $6, $7, $8, ${parts.from}, ${parts.reason} from given
    ), new_interval as (
      insert into stop_interval (mall_id, stop_id, seq, kind, started_at)
      select $1, $9, 1, 'waiting', $8 from given
    )
    select given.last_number as number,
      (select coalesce(json_object_agg(w.service_id, w.people), '{}') from (
        select s.service_id, count(*)::int as people from stop s
        where s.mall_id = $1 and s.agency_id = $10 and s.service_day = $2 and s.state = 'waiting'
          and (s.order_key, s.id) < ($16::timestamptz, $9::uuid) group by s.service_id) w) as before,
      ${openSeatsSql('$1', '$11')} as seats,
      (select json_build_object('id', z.id, 'slug', z.slug, 'name', z.name, 'floor', z.floor)
        from booth b join zone z on z.mall_id = b.mall_id and z.id = b.zone_id
        where b.mall_id = $1 and b.id = $11) as zone
    from given`;

const NEW_VISIT = `new_visit as (
      insert into visit (mall_id, id, service_day, channel, simulated, created_at)
      select $1, $5, $2, $6, $7, $8 from given
    )`;

const GIVE_NUMBER: PreparedStatement = {
  name: 'give-number',
  text: giveNumberSql({
    internal: 'false',
    visit: NEW_VISIT,
    from: 'null::uuid',
    reason: 'null',
  }),
};

/** The visit goes on: the locked stop `$17` ends with outcome `$18`, reason `$19`, and leads to the new one by `$20`. */
const PASS_ON: PreparedStatement = {
  name: 'pass-on',
  text: giveNumberSql({
    internal: 'true',
    visit: `ended as (
      update stop set state = 'done', outcome = $18, outcome_reason = $19, held_until = null
      where mall_id = $1 and id = $17
    ), ended_interval as (
      update stop_interval i set ended_at = greatest($8, i.started_at)
      where i.mall_id = $1 and i.stop_id = $17 and i.ended_at is null
    )`,
    from: '$17',
    reason: '$20',
  }),
};

/** A stop of an earlier day, `$17`, leads on to this one: a new visit, from the internal share. */
const CARRY_OVER: PreparedStatement = {
  name: 'carry-over',
  text: giveNumberSql({ internal: 'true', visit: NEW_VISIT, from: '$17', reason: `'carried'` }),
};

export interface NewStop {
  readonly mallId: string;
  readonly day: string;
  readonly serviceId: string;
  readonly series: string;
  readonly visitId: string;
  readonly channel: string;
  readonly simulated: boolean;
  readonly at: Date;
  readonly stopId: string;
  readonly agencyId: string;
  readonly boothId: string;
  readonly token: string;
  readonly referenceAt: Date;
  readonly headStartMinutes: number;
  readonly priority: boolean;
  readonly orderKey: Date;
}

export interface GivenNumber {
  readonly number: number;
  readonly place: ServiceLine;
  readonly zone: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly floor: number;
  };
}

interface GivenRow extends Omit<GivenNumber, 'place'> {
  /** People before, by the service that they came for. */
  readonly before: Readonly<Record<string, number>>;
  readonly seats: readonly OpenSeat[];
}

export function giveNumber(tx: Tx, stop: NewStop): Promise<GivenNumber | undefined> {
  return give(tx, GIVE_NUMBER, stop, []);
}

async function give(
  tx: Tx,
  statement: PreparedStatement,
  stop: NewStop,
  further: readonly unknown[],
): Promise<GivenNumber | undefined> {
  const [row] = await tx.query<GivenRow>(statement, [...valuesOf(stop), ...further]);
  if (row === undefined) return undefined;
  const { before, seats, ...given } = row;
  return { ...given, place: lineOfService(stop.serviceId, new Map(Object.entries(before)), seats) };
}

/** How the stop that is passed on ends, and why it goes on elsewhere. */
export interface PassedOn {
  readonly stopId: string;
  readonly outcome: Outcome;
  readonly outcomeReason: string | null;
  readonly why: TransferReason;
}

/** Ends a locked stop and gives the next number of its visit. No row: the series is used up, and nothing may stand. */
export function passOn(tx: Tx, from: PassedOn, to: NewStop): Promise<GivenNumber | undefined> {
  const { stopId, outcome, outcomeReason, why } = from;
  return give(tx, PASS_ON, to, [stopId, outcome, outcomeReason, why]);
}

/** Gives one whom an earlier day did not serve a number of today. No row: the series is used up. */
export function giveCarriedNumber(tx: Tx, fromStopId: string, to: NewStop): Promise<GivenNumber | undefined> {
  return give(tx, CARRY_OVER, to, [fromStopId]);
}

function valuesOf(stop: NewStop): unknown[] {
  return [
    stop.mallId,
    stop.day,
    stop.serviceId,
    stop.series,
    stop.visitId,
    stop.channel,
    stop.simulated,
    stop.at,
    stop.stopId,
    stop.agencyId,
    stop.boothId,
    stop.token,
    stop.referenceAt,
    stop.headStartMinutes,
    stop.priority,
    stop.orderKey,
  ];
}
