import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

export interface ServiceVisitsRow {
  readonly service_id: string;
  readonly name: string;
  readonly came: number;
  readonly finished: number;
}

/**
 * Of each service in a stretch of service days: how many were served at a counter, and how many went home finished.
 * Simulated visitors count only where the mall itself is sample data. Not prepared: any stretch may be asked for.
 */
export async function listServiceVisits(
  tx: Tx,
  mallId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly ServiceVisitsRow[]> {
  const { rows } = await sql<ServiceVisitsRow>`
    select v.id as service_id, v.name,
      count(*) filter (where s.outcome in ('finished', 'in-process', 'consultation', 'refused'))::int as came,
      count(*) filter (where s.outcome = 'finished')::int as finished
    from stop s
      join service v on v.mall_id = s.mall_id and v.id = s.service_id
      join mall l on l.id = s.mall_id and (l.sample_data or not s.simulated)
    where s.mall_id = ${mallId} and s.service_day between ${from}::date and ${until}::date
    group by v.id, v.name`.execute(tx.db);
  return rows;
}

export interface MonthRow {
  /** YYYY-MM. */
  readonly month: string;
  readonly came: number;
  readonly finished: number;
  readonly wait_p50: number | null;
  readonly wait_p90: number | null;
  readonly ratings: number;
  readonly rating_mean: number | null;
}

/** Month by month: served, finished, minutes until the first call, and what was thought of it. */
export async function listMonthRows(
  tx: Tx,
  mallId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    with one as (
      select to_char(s.service_day, 'YYYY-MM') as month, s.outcome, r.score,
        (select sum(extract(epoch from i.ended_at - i.started_at)) / 60 from stop_interval i
          where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind in ('waiting', 'undone') and i.ended_at is not null
            and i.seq < (select min(c.seq) from stop_interval c
              where c.mall_id = s.mall_id and c.stop_id = s.id and c.kind = 'called')) as wait
      from stop s
        join mall l on l.id = s.mall_id and (l.sample_data or not s.simulated)
        left join rating r on r.mall_id = s.mall_id and r.stop_id = s.id
      where s.mall_id = ${mallId} and s.service_day between ${from}::date and ${until}::date
    )
    select month,
      count(*) filter (where outcome in ('finished', 'in-process', 'consultation', 'refused'))::int as came,
      count(*) filter (where outcome = 'finished')::int as finished,
      percentile_cont(0.5) within group (order by wait)::float8 as wait_p50,
      percentile_cont(0.9) within group (order by wait)::float8 as wait_p90,
      count(score)::int as ratings, avg(score)::float8 as rating_mean
    from one group by month
    having count(*) filter (where outcome in ('finished', 'in-process', 'consultation', 'refused')) > 0
    order by month`.execute(tx.db);
  return rows;
}
