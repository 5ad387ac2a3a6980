import { OUTCOMES } from '#areas/queue/rules/ticket-states.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { NumberSource } from './rules/number-sources.ts';

export interface FiguresRow {
  readonly visits: number;
  readonly issued: number;
  readonly still_open: number;
  /** Counts in the order of OUTCOMES. */
  readonly outcomes: readonly number[];
  readonly wait_count: number;
  readonly wait_mean: number | null;
  readonly wait_p50: number | null;
  readonly wait_p90: number | null;
  readonly service_count: number;
  readonly service_mean: number | null;
  readonly service_p50: number | null;
  readonly service_p90: number | null;
  readonly rating_count: number;
  readonly rating_mean: number | null;
}

export interface DayRow extends FiguresRow {
  readonly part: 'total' | 'service' | 'hour';
  readonly hour: number | null;
  readonly code: string | null;
  readonly service: string | null;
  readonly agency: string | null;
  readonly agency_slug: string | null;
  readonly simulated_count: number;
  readonly paper_count: number;
}

const OUTCOME_COUNTS = OUTCOMES.map((outcome) => `count(*) filter (where outcome = '${outcome}')::int`);

const figuresOf = (column: string, name: string) => `
  count(${column})::int as ${name}_count, avg(${column}) as ${name}_mean,
  percentile_cont(0.5) within group (order by ${column}) as ${name}_p50,
  percentile_cont(0.9) within group (order by ${column}) as ${name}_p90`;

/**
 * $1 mall, $2 day, $3 time zone, $4 whether simulated visitors count, $5 which numbers count. One pass over the day's stops, each with its
 * minutes summed from closed intervals: waiting before the first call (a call that was taken back is none), and serving
 * once the stop is done.
 */
const DAY_FIGURES: PreparedStatement = {
  name: 'reports.day-figures',
  text: `with one as (
      select s.visit_id, s.service_id, s.state, s.outcome, r.score,
        extract(hour from s.created_at at time zone $3)::int as hour,
        (select (sum(extract(epoch from i.ended_at - i.started_at)) / 60)::float8 from stop_interval i
          where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind in ('waiting', 'undone') and i.ended_at is not null
            and i.seq < (select min(c.seq) from stop_interval c
              where c.mall_id = s.mall_id and c.stop_id = s.id and c.kind = 'called')) as wait_minutes,
        (select (sum(extract(epoch from i.ended_at - i.started_at)) / 60)::float8 from stop_interval i
          where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'serving' and i.ended_at is not null
            and s.state = 'done') as service_minutes
      from stop s left join rating r on r.mall_id = s.mall_id and r.stop_id = s.id
      where s.mall_id = $1 and s.service_day = $2 and ($4 or not s.simulated)
        and ($5 = 'all' or ($5 = 'paper') = (s.channel = 'paper'))
    ), figures as (
      select service_id, hour,
        case when grouping(service_id) = 0 then 'service' when grouping(hour) = 0 then 'hour' else 'total' end as part,
        count(distinct visit_id)::int as visits,
        count(*)::int as issued, count(*) filter (where state <> 'done')::int as still_open,
        array[${OUTCOME_COUNTS.join(', ')}] as outcomes,
        ${figuresOf('wait_minutes', 'wait')},
        ${figuresOf('service_minutes', 'service')},
        count(score)::int as rating_count, avg(score)::float8 as rating_mean
      from one group by grouping sets ((), (service_id), (hour))
    )
    select f.*, v.code, v.name as service, a.short_name as agency, a.slug as agency_slug,
      (select count(*)::int from stop s where s.mall_id = $1 and s.service_day = $2 and s.simulated) as simulated_count,
      (select count(*)::int from stop s where s.mall_id = $1 and s.service_day = $2 and s.channel = 'paper') as paper_count
    from figures f
      left join service v on v.mall_id = $1 and v.id = f.service_id
      left join agency a on a.mall_id = v.mall_id and a.id = v.agency_id
    order by a.short_name, v.code, f.hour`,
};

/** The day's total, then a row for each service and each local hour in which a number was given. */
export function listDayRows(
  tx: Tx,
  of: { mallId: string; day: string; timeZone: string; simulated: boolean; source: NumberSource },
): Promise<DayRow[]> {
  return tx.query<DayRow>(DAY_FIGURES, [of.mallId, of.day, of.timeZone, of.simulated, of.source]);
}

export interface AgencyNowRow {
  readonly agency_id: string;
  readonly waiting: number;
  readonly at_counters: number;
  readonly serving: number;
  readonly issued: number;
  readonly served: number;
  readonly simulated: number;
  /** Of the one who has waited longest until now. */
  readonly longest_wait_minutes: number | null;
}

/** $1 mall, $2 day, $3 now. */
const AGENCIES_NOW: PreparedStatement = {
  name: 'reports.agencies-now',
  text: `select agency_id,
      count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state in ('called', 'serving'))::int as at_counters,
      count(*) filter (where state = 'serving')::int as serving,
      count(*)::int as issued,
      count(*) filter (where outcome in ('finished', 'in-process', 'consultation', 'refused'))::int as served,
      count(*) filter (where simulated)::int as simulated,
      (extract(epoch from $3::timestamptz - min(reference_at) filter (where state = 'waiting')) / 60)::float8
        as longest_wait_minutes
    from stop where mall_id = $1 and service_day = $2 group by agency_id`,
};

/** Today's stops of each agency that gave a number today, counted. */
export function listAgenciesNow(tx: Tx, mallId: string, day: string): Promise<AgencyNowRow[]> {
  return tx.query<AgencyNowRow>(AGENCIES_NOW, [mallId, day, tx.now]);
}

export interface SeatedRow {
  readonly agency_id: string;
  readonly counter_number: number;
  readonly name: string;
}

const SEATED_NOW: PreparedStatement = {
  name: 'reports.seated-now',
  text: `select b.agency_id, c.number as counter_number, m.name
    from counter_session s
      join counter c on c.mall_id = s.mall_id and c.id = s.counter_id
      join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
      join staff_member m on m.mall_id = s.mall_id and m.id = s.staff_id
    where s.mall_id = $1 and s.closed_at is null order by c.number`,
};

/** Who sits at which counter of each agency now. */
export function listSeatedNow(tx: Tx, mallId: string): Promise<SeatedRow[]> {
  return tx.query<SeatedRow>(SEATED_NOW, [mallId]);
}

export interface HourRow {
  readonly hour: number;
  readonly issued: number;
  readonly called: number;
}

/** $1 mall, $2 day, $3 time zone. A ticket counts as issued in one hour and as called, the first time, in another. */
const HOURS: PreparedStatement = {
  name: 'reports.hours',
  text: `select extract(hour from e.at at time zone $3)::int as hour,
      count(*) filter (where e.kind = 'issued')::int as issued,
      count(*) filter (where e.kind = 'called')::int as called
    from (
      select 'issued' as kind, created_at as at from stop where mall_id = $1 and service_day = $2
      union all
      select 'called', min(i.started_at) from stop s
        join stop_interval i on i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'called'
        where s.mall_id = $1 and s.service_day = $2 group by s.id
    ) e group by 1 order by 1`,
};

export function listHours(tx: Tx, mallId: string, day: string, timeZone: string): Promise<HourRow[]> {
  return tx.query<HourRow>(HOURS, [mallId, day, timeZone]);
}
