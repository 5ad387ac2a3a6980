import type { BreakKind } from '#areas/staff/rules/breaks.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { Outcome } from '../rules/ticket-states.ts';

/** Counters of an agency to which somebody is called or at which somebody is served. */
export async function listBusyCounters(tx: Tx, mallId: string, agencyId: string): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('stop')
    .select('counter_id')
    .where('mall_id', '=', mallId)
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['called', 'serving'])
    .limit(400)
    .execute();
  return new Set(rows.flatMap(({ counter_id: id }) => id ?? []));
}

export interface BreakRow {
  readonly counter_id: string;
  readonly counter_number: number;
  readonly agency_id: string;
  readonly short_name: string;
  readonly zone_id: string;
  readonly kind: BreakKind;
  readonly expected_minutes: number;
  /** Null while somebody is still at the counter. */
  readonly started_at: Date | null;
}

// A break begins when it was asked for or, later, when the last person at the counter was finished: it is read from
// the intervals, so that no way of ending a stop has to think of it.
const COUNTER_BREAKS: PreparedStatement = {
  name: 'counter-breaks',
  text: `select c.id as counter_id, c.number as counter_number, a.id as agency_id, a.short_name, b.zone_id,
           p.kind, p.expected_minutes,
           case when not exists (select from stop t
             where t.mall_id = c.mall_id and t.counter_id = c.id and t.state in ('called', 'serving'))
           then greatest(p.asked_at, (select i.ended_at from stop_interval i
             where i.mall_id = c.mall_id and i.counter_id = c.id and i.kind in ('called', 'undone', 'serving')
             order by i.started_at desc limit 1)) end as started_at
         from counter_break p
           join counter_session o on o.mall_id = p.mall_id and o.id = p.session_id and o.closed_at is null
           join counter c on c.mall_id = o.mall_id and c.id = o.counter_id
           join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
           join agency a on a.mall_id = b.mall_id and a.id = b.agency_id
         where p.mall_id = $1 and p.ended_at is null and ($2::uuid is null or a.id = $2)
         order by c.number limit 400`,
};

/** Breaks that were asked for and have not ended, of one agency or of all, in the order of the counters. */
export function listBreakRows(tx: Tx, mallId: string, agencyId: string | null): Promise<BreakRow[]> {
  return tx.query<BreakRow>(COUNTER_BREAKS, [mallId, agencyId]);
}

export interface ServedRow {
  readonly service_id: string;
  readonly name: string;
  readonly name_en: string;
  readonly expected_minutes: number;
  readonly outcome: Outcome;
  /** Minutes of this officer with the person. */
  readonly own_minutes: number;
  /** Minutes until the first call. */
  readonly wait_minutes: number;
}

const SERVED: PreparedStatement = {
  name: 'served-by-officer',
  text: `select v.id as service_id, v.name, v.name_en, v.expected_minutes, s.outcome,
           coalesce((select sum(extract(epoch from i.ended_at - i.started_at)) / 60 from stop_interval i
             where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'serving' and i.staff_id = $4
               and i.ended_at is not null), 0)::float8 as own_minutes,
           coalesce(extract(epoch from (select min(i.started_at) from stop_interval i
             where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'called') - s.created_at) / 60, 0)::float8
             as wait_minutes
         from stop s join service v on v.mall_id = s.mall_id and v.id = s.service_id
         where s.mall_id = $1 and s.service_day = $2 and s.agency_id = $3 and s.staff_id = $4
           and s.outcome in ('finished', 'in-process', 'consultation', 'refused')
         order by v.name, s.id limit 1000`,
};

/** Whom an officer served on a day, by service. */
export function listServedRows(
  tx: Tx,
  of: { mallId: string; day: string; agencyId: string; staffId: string },
): Promise<ServedRow[]> {
  return tx.query<ServedRow>(SERVED, [of.mallId, of.day, of.agencyId, of.staffId]);
}
