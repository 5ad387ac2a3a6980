import type { OpenSeat } from '#areas/skills/rules/service-line.ts';
import { seatServicesSql } from '#areas/skills/public.ts';
import { onBreakSql } from '#areas/staff/public.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

/** SQL: the counters of a booth that call now, as JSON: `OpenSeat`s. */
export const openSeatsSql = (mall: string, booth: string) => `(
  select coalesce(json_agg(json_build_object('services', ${seatServicesSql('o')}, 'busy',
    exists (select from stop t where t.mall_id = o.mall_id and t.counter_id = o.counter_id
      and t.state in ('called', 'serving')))), '[]')
  from counter_session o join counter c on c.mall_id = o.mall_id and c.id = o.counter_id
  where o.mall_id = ${mall} and c.booth_id = ${booth} and o.closed_at is null and not ${onBreakSql('o')})`;

const PLACES_IN_LINE: PreparedStatement = {
  name: 'places-in-line',
  text: `with mine as (
           select distinct agency_id, service_day from stop
           where mall_id = $1 and id = any($2) and state = 'waiting'
         ), line as (
           select s.id,
             (row_number() over w - 1)::int as ahead
           from stop s join mine on s.agency_id = mine.agency_id and s.service_day = mine.service_day
           where s.mall_id = $1 and s.state = 'waiting'
           window w as (partition by s.agency_id, s.service_day order by s.order_key, s.id)
         )
         select id, ahead from line where id = any($2)`,
};

/** How many people are before each of these tickets; tickets that no longer wait are left out. */
export async function mapPeopleAhead(
  tx: Tx,
  mallId: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; ahead: number }>(PLACES_IN_LINE, [mallId, ids]);
  return new Map(rows.map((row) => [row.id, row.ahead]));
}

export interface AgencyLineRow {
  readonly agency_id: string;
  readonly agency_slug: string;
  readonly short_name: string;
  readonly waiting: number;
  readonly counters_open: number;
  readonly counters_paused: number;
  readonly counters_busy: number;
  readonly counters_total: number;
  /** Some open counter cannot give everything: see `listLimitedLines`. */
  readonly limited: boolean;
}

const AGENCY_LINES: PreparedStatement = {
  name: 'agency-lines',
  text: `select a.id as agency_id, a.slug as agency_slug, a.short_name,
           (select count(*)::int from stop s where s.mall_id = a.mall_id and s.agency_id = a.id
             and s.service_day = $2 and s.state = 'waiting') as waiting,
           count(o.id) filter (where not o.paused)::int as counters_open,
           count(o.id) filter (where o.paused)::int as counters_paused,
           count(t.id) filter (where not o.paused)::int as counters_busy,
           count(c.id)::int as counters_total,
           coalesce(bool_or(o.services is not null), false) as limited
         from agency a
           join booth b on b.mall_id = a.mall_id and b.agency_id = a.id
           left join counter c on c.mall_id = b.mall_id and c.booth_id = b.id and c.active
           left join lateral (select o.id, o.mall_id, o.counter_id, ${onBreakSql('o')} as paused,
               ${seatServicesSql('o')} as services from counter_session o
             where o.mall_id = c.mall_id and o.counter_id = c.id and o.closed_at is null) o on true
           left join stop t on t.mall_id = o.mall_id and t.counter_id = o.counter_id and t.state in ('called', 'serving')
         where a.mall_id = $1 and a.active and ($3::uuid[] is null or a.id = any($3))
         group by a.mall_id, a.id
         order by a.short_name limit 200`,
};

/** Per agency: who waits, how many counters call, how many of those are busy, and how many are on a break. */
export function listAgencyLines(
  tx: Tx,
  mallId: string,
  day: string,
  agencyIds: readonly string[] | null = null,
): Promise<AgencyLineRow[]> {
  return tx.query<AgencyLineRow>(AGENCY_LINES, [mallId, day, agencyIds]);
}

export interface LimitedLineRow {
  readonly agency_id: string;
  readonly seats: readonly OpenSeat[];
  /** Ids of what the agency offers. */
  readonly services: readonly string[];
  /** Those who wait, in their order: ids of the stop and of the service. */
  readonly line: readonly (readonly [string, string])[];
}

const LIMITED_LINES: PreparedStatement = {
  name: 'limited-lines',
  text: `select a.id as agency_id, ${openSeatsSql('a.mall_id', 'b.id')} as seats,
      (select coalesce(json_agg(v.id), '[]') from service v
        where v.mall_id = a.mall_id and v.agency_id = a.id and v.active) as services,
      (select coalesce(json_agg(json_build_array(s.id, s.service_id) order by s.order_key, s.id), '[]') from stop s
        where s.mall_id = a.mall_id and s.agency_id = a.id and s.service_day = $2 and s.state = 'waiting') as line
    from agency a join booth b on b.mall_id = a.mall_id and b.agency_id = a.id
    where a.mall_id = $1 and a.id = any($3)`,
};

/** The whole lines of agencies whose counters differ in what they can give. */
export async function listLimitedLines(
  tx: Tx,
  mallId: string,
  day: string,
  lines: readonly AgencyLineRow[],
): Promise<LimitedLineRow[]> {
  const ids = lines.filter(({ limited }) => limited).map((line) => line.agency_id);
  return ids.length === 0 ? [] : tx.query<LimitedLineRow>(LIMITED_LINES, [mallId, day, ids]);
}

export interface SeatRow {
  readonly number: number;
  readonly counter_id: string;
  /** What it can give with its officer; null: everything. */
  readonly services: readonly string[] | null;
  readonly paused: boolean;
}

const SEATS: PreparedStatement = {
  name: 'seats-of-agency',
  text: `select c.number, o.counter_id, ${seatServicesSql('o')} as services, ${onBreakSql('o')} as paused
    from counter_session o
      join counter c on c.mall_id = o.mall_id and c.id = o.counter_id
      join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
    where o.mall_id = $1 and b.agency_id = $2 and o.closed_at is null
    order by c.number`,
};

/** The counters of an agency at which somebody sits, in the order of their numbers. */
export function listSeatRows(tx: Tx, mallId: string, agencyId: string): Promise<SeatRow[]> {
  return tx.query<SeatRow>(SEATS, [mallId, agencyId]);
}
