import { seatServicesSql } from '#areas/skills/public.ts';
import { onBreakSql } from '#areas/staff/public.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

export interface ZoneRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly floor: number;
  readonly mall_short_name: string;
  readonly time_zone: string;
  readonly sample_data: boolean;
}

const ZONES: PreparedStatement = {
  name: 'board-zones',
  text: `select z.id, z.slug, z.name, z.floor, m.short_name as mall_short_name, m.time_zone, m.sample_data
         from zone z join mall m on m.id = z.mall_id where z.mall_id = $1 and z.id = any($2)`,
};

export function listZoneRows(tx: Tx, mallId: string, zoneIds: readonly string[]): Promise<ZoneRow[]> {
  return tx.query<ZoneRow>(ZONES, [mallId, zoneIds]);
}

export interface CallRow {
  readonly zone_id: string;
  readonly series: string;
  readonly number: number;
  readonly counter_number: number;
  readonly short_name: string;
  readonly called_at: Date;
  readonly state: string;
}

// A call leaves the board when its stop has ended: nobody should walk to a counter that serves somebody else.
const CALLS: PreparedStatement = {
  name: 'board-calls',
  text: `select b.zone_id, s.series, s.number, c.number as counter_number, a.short_name, i.called_at, s.state
         from stop s
           join booth b on b.mall_id = s.mall_id and b.id = s.booth_id
           join agency a on a.mall_id = s.mall_id and a.id = s.agency_id
           join counter c on c.mall_id = s.mall_id and c.id = s.counter_id
           cross join lateral (select max(x.started_at) as called_at from stop_interval x
             where x.mall_id = s.mall_id and x.stop_id = s.id and x.kind = 'called') i
         where s.mall_id = $1 and s.service_day = $2 and b.zone_id = any($3) and s.state in ('called', 'serving')
         order by i.called_at desc limit 400`,
};

export function listCallRows(
  tx: Tx,
  mallId: string,
  day: string,
  zoneIds: readonly string[],
): Promise<CallRow[]> {
  return tx.query<CallRow>(CALLS, [mallId, day, zoneIds]);
}

export interface NextRow {
  readonly zone_id: string;
  readonly agency_id: string;
  readonly series: string;
  readonly number: number;
  readonly short_name: string;
  readonly order_key: Date;
}

/** SQL: what the counters of a booth that call now can give; null: everything, or nobody calls. */
const givenNowSql = (booth: string) => `(select case when bool_or(k.services is null) then null
    else array_agg(u.service) end
  from (select ${seatServicesSql('o')} as services from counter_session o
      join counter c on c.mall_id = o.mall_id and c.id = o.counter_id
      where o.mall_id = ${booth}.mall_id and c.booth_id = ${booth}.id and o.closed_at is null
        and not ${onBreakSql('o')}) k
    left join lateral unnest(k.services) u(service) on true)`;

// The first of each agency's line whom an open counter can serve comes next; which agency calls first nobody knows, so
// they stand by their clock.
const NEXT: PreparedStatement = {
  name: 'board-next',
  text: `select b.zone_id, a.id as agency_id, n.series, n.number, a.short_name, n.order_key
         from booth b
           join agency a on a.mall_id = b.mall_id and a.id = b.agency_id
           cross join lateral (select ${givenNowSql('b')} as services) g
           cross join lateral (select s.series, s.number, s.order_key from stop s
             where s.mall_id = b.mall_id and s.agency_id = a.id and s.service_day = $2 and s.state = 'waiting'
               and (g.services is null or s.service_id = any(g.services))
             order by s.order_key, s.id limit 2) n
         where b.mall_id = $1 and b.zone_id = any($3)
         order by n.order_key limit 400`,
};

export function listNextRows(
  tx: Tx,
  mallId: string,
  day: string,
  zoneIds: readonly string[],
): Promise<NextRow[]> {
  return tx.query<NextRow>(NEXT, [mallId, day, zoneIds]);
}

export interface ZoneAgencyRow {
  readonly zone_id: string;
  readonly agency_id: string;
  readonly short_name: string;
}

export async function listZoneAgencies(
  tx: Tx,
  mallId: string,
  zoneIds: readonly string[],
): Promise<ZoneAgencyRow[]> {
  return tx.db
    .selectFrom('booth')
    .innerJoin('agency', (join) =>
      join.onRef('agency.mall_id', '=', 'booth.mall_id').onRef('agency.id', '=', 'booth.agency_id'),
    )
    .select(['booth.zone_id', 'agency.id as agency_id', 'agency.short_name'])
    .where('booth.mall_id', '=', mallId)
    .where('booth.zone_id', 'in', zoneIds)
    .orderBy('agency.short_name')
    .limit(400)
    .execute();
}

/** Kiosks at which a visitor asked for an officer since then, those that wait longest first. */
export async function listHelpWanted(tx: Tx, mallId: string, zoneIds: readonly string[], since: Date) {
  return tx.db
    .selectFrom('device')
    .select(['zone_id', 'name'])
    .where('mall_id', '=', mallId)
    .where('zone_id', 'in', zoneIds)
    .where('revoked_at', 'is', null)
    .where('help_asked_at', '>', since)
    .orderBy('help_asked_at')
    .limit(20)
    .execute();
}
