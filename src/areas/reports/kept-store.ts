import { sql } from 'kysely';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { Seat } from './rules/presence.ts';

export interface PresenceAsked {
  readonly mallId: string;
  readonly from: Date;
  readonly until: Date;
}

/**
 * Who sat at the counters of each agency, in the order in which they sat down. Simulated officers
 * are left out, unless the mall itself is sample data. A year of a mall is tens of thousands of seats: as two texts for
 * each officer at a counter they cross over in a fraction of the time that as many rows take. Not prepared: a plan for any
 * stretch is a bad one for a year.
 */
export async function mapSeats(
  tx: Tx,
  { mallId, from, until }: PresenceAsked,
): Promise<ReadonlyMap<string, readonly Seat[]>> {
  const { rows } = await sql<{ agency_id: string; staff_id: string; opened: string; closed: string }>`
    select b.agency_id, s.staff_id, s.opened, s.closed
    from (
      select counter_id, staff_id, array_agg(date_part('epoch', opened_at)::bigint)::text as opened,
        array_agg(date_part('epoch', greatest(opened_at, coalesce(closed_at, ${tx.now})))::bigint)::text as closed
      from counter_session
      where mall_id = ${mallId} and opened_at >= ${from} and opened_at < ${until}
      group by counter_id, staff_id
    ) s
      join staff_member m on m.mall_id = ${mallId} and m.id = s.staff_id
      join mall l on l.id = m.mall_id and (l.sample_data or not m.simulated)
      join counter c on c.mall_id = m.mall_id and c.id = s.counter_id
      join booth b on b.mall_id = c.mall_id and b.id = c.booth_id`.execute(tx.db);
  const seats = new Map<string, Seat[]>();
  for (const { agency_id, staff_id: who, opened, closed } of rows) {
    const own = seats.get(agency_id) ?? [];
    const ends = readSeconds(closed);
    for (const [place, startsAt] of readSeconds(opened).entries())
      own.push({ startsAt, endsAt: ends[place]!, who });
    seats.set(agency_id, own);
  }
  for (const own of seats.values()) own.sort((a, b) => a.startsAt - b.startsAt);
  return seats;
}

/** `{1764547200,1764633600}` as epoch milliseconds. */
function readSeconds(list: string): number[] {
  return list
    .slice(1, -1)
    .split(',')
    .map((seconds) => Number(seconds) * 1000);
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

/** What came of the visits of these service days, by agency; simulated ones as with seats. Not prepared, as above. */
export async function listPractice(
  tx: Tx,
  mallId: string,
  from: string,
  until: string,
): Promise<readonly PracticeRow[]> {
  const { rows } = await sql<PracticeRow>`
    with rated as (
      select q.agency_id, count(*) as count, avg(g.score) as mean
      from rating g join stop q on q.mall_id = g.mall_id and q.id = g.stop_id join mall l on l.id = g.mall_id
      where g.mall_id = ${mallId} and (l.sample_data or not q.simulated) and q.service_day between ${from}::date and ${until}::date
      group by q.agency_id
    ), ended as (
      select agency_id,
        count(*) filter (where outcome in ('finished', 'in-process', 'consultation', 'refused'))::int as served,
        count(*) filter (where outcome = 'finished')::int as finished
      from stop join mall l on l.id = stop.mall_id
      where mall_id = ${mallId} and (l.sample_data or not simulated) and service_day between ${from}::date and ${until}::date
      group by agency_id
    )
    select e.*, coalesce(r.count, 0)::int as rating_count, r.mean::float8 as rating_mean
    from ended e left join rated r on r.agency_id = e.agency_id`.execute(tx.db);
  return rows;
}

export interface LimitRow {
  readonly agency_id: string;
  readonly day: string;
  /** Services that had a limit on that day, and the sum of their limits. */
  readonly services: number;
  readonly numbers: number;
}

/** The days on which services gave at most so many numbers, by agency; days without a limit are left out. */
export async function listLimits(
  tx: Tx,
  mallId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly LimitRow[]> {
  const { rows } = await sql<LimitRow>`
    select v.agency_id, l.service_day::text as day, count(*)::int as services, sum(l.quota)::int as numbers
    from capacity_ledger l join service v on v.mall_id = l.mall_id and v.id = l.service_id
    where l.mall_id = ${mallId} and l.service_day between ${from}::date and ${until}::date and l.quota is not null
    group by v.agency_id, l.service_day`.execute(tx.db);
  return rows;
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
