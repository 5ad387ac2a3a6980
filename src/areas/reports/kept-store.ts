import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

/** A stretch of presence at the counters of an agency, epoch milliseconds. */
export interface PresenceRow {
  readonly agency_id: string;
  readonly day: string;
  readonly starts_at: number;
  readonly ends_at: number;
}

/** $1 mall, $2 from and $3 until (instants), $4 zone. Sessions of an agency that touch or overlap are one stretch. */
const PRESENCE: PreparedStatement = {
  name: 'reports.presence',
  text: `with merged as (
      select b.agency_id, (s.opened_at at time zone $4)::date as day,
        range_agg(tstzrange(s.opened_at, greatest(s.opened_at, coalesce(s.closed_at, $5)), '[)')) as spans
      from counter_session s
        join counter c on c.mall_id = s.mall_id and c.id = s.counter_id
        join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
      where s.mall_id = $1 and s.opened_at >= $2 and s.opened_at < $3
      group by 1, 2
    )
    select agency_id, day::text as day,
      (extract(epoch from lower(span)) * 1000)::float8 as starts_at,
      (extract(epoch from upper(span)) * 1000)::float8 as ends_at
    from merged, unnest(spans) as span
    order by agency_id, day, starts_at`,
};

export interface PresenceAsked {
  readonly mallId: string;
  readonly from: Date;
  readonly until: Date;
  readonly zone: string;
}

export function listPresence(tx: Tx, { mallId, from, until, zone }: PresenceAsked): Promise<PresenceRow[]> {
  return tx.query<PresenceRow>(PRESENCE, [mallId, from, until, zone, tx.now]);
}

export interface ExcusedRow {
  readonly agency_id: string;
  readonly starts_at: Date;
  /** Null: until further notice. */
  readonly ends_at: Date | null;
}

const EXCUSED: PreparedStatement = {
  name: 'reports.excused',
  text: `select b.agency_id, x.starts_at, case when isfinite(x.ends_at) then x.ends_at end as ends_at
    from booth_closure x join booth b on b.mall_id = x.mall_id and b.id = x.booth_id
    where x.mall_id = $1 and x.state = 'approved' and x.starts_at < $3 and x.ends_at > $2`,
};

/** Approved closures that share a moment with the stretch. */
export function listExcused(tx: Tx, { mallId, from, until }: PresenceAsked): Promise<ExcusedRow[]> {
  return tx.query<ExcusedRow>(EXCUSED, [mallId, from, until]);
}

export interface PracticeRow {
  readonly agency_id: string;
  readonly served: number;
  readonly finished: number;
  readonly rating_count: number;
  readonly rating_mean: number | null;
}

const PRACTICE: PreparedStatement = {
  name: 'reports.practice',
  text: `select s.agency_id,
      count(*) filter (where s.outcome in ('finished', 'in-process', 'consultation', 'refused'))::int as served,
      count(*) filter (where s.outcome = 'finished')::int as finished,
      count(r.score)::int as rating_count, avg(r.score)::float8 as rating_mean
    from stop s left join rating r on r.mall_id = s.mall_id and r.stop_id = s.id
    where s.mall_id = $1 and s.service_day between $2 and $3
    group by s.agency_id`,
};

/** What came of the visits of these service days, by agency. */
export function listPractice(tx: Tx, mallId: string, from: string, until: string): Promise<PracticeRow[]> {
  return tx.query<PracticeRow>(PRACTICE, [mallId, from, until]);
}

export interface PeopleRow {
  readonly agency_id: string;
  /** Of the days on which anybody was there: how many different officers on average. */
  readonly mean: number;
}

const PEOPLE: PreparedStatement = {
  name: 'reports.people',
  text: `select agency_id, avg(people)::float8 as mean from (
      select b.agency_id, (s.opened_at at time zone $4)::date as day, count(distinct s.staff_id) as people
      from counter_session s
        join counter c on c.mall_id = s.mall_id and c.id = s.counter_id
        join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
      where s.mall_id = $1 and s.opened_at >= $2 and s.opened_at < $3
      group by 1, 2
    ) as days group by agency_id`,
};

export function listPeople(tx: Tx, { mallId, from, until, zone }: PresenceAsked): Promise<PeopleRow[]> {
  return tx.query<PeopleRow>(PEOPLE, [mallId, from, until, zone]);
}

export interface LeftRow {
  readonly agency_id: string;
  readonly left_at: Date;
}

/** $1 mall, $2 from when on. */
const LAST_LEFT: PreparedStatement = {
  name: 'reports.last-left',
  text: `select b.agency_id, max(s.closed_at) as left_at
    from counter_session s
      join counter c on c.mall_id = s.mall_id and c.id = s.counter_id
      join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
    where s.mall_id = $1 and s.opened_at >= $2 and s.closed_at is not null
    group by b.agency_id`,
};

/** When the last officer left each booth, of the day on which the earliest of these opened. */
export async function listLastLeft(
  tx: Tx,
  mallId: string,
  openSince: ReadonlyMap<string, number>,
): Promise<LeftRow[]> {
  if (openSince.size === 0) return [];
  const earliest = Math.min(...openSince.values()) - HALF_DAY_MS;
  return tx.query<LeftRow>(LAST_LEFT, [mallId, new Date(earliest)]);
}

/** Whoever opened that long before is of the day before. */
const HALF_DAY_MS = 43_200_000;
