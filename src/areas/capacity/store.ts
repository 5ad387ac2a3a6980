import type { DayException, Season } from '#areas/calendar/rules/day-plan.ts';
import type { BoothWeek } from '#areas/calendar/rules/weekly-hours.ts';
import { sharedWeekdaysSql } from '#areas/agencies/public.ts';
import { counterGivesSql, seatServicesSql } from '#areas/skills/public.ts';
import type { SiteDays } from '#areas/malls/rules/site-days.ts';
import type { OpenSeat } from '#areas/skills/rules/service-line.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { addDays, type Day } from '#platform/values/day.ts';

/**
 * The facts of the one function lie in five areas (agencies, services, calendar, the ledger here, and the series of
 * the queue). They are read in one statement, because a kiosk waits for the answer and because facts read one after
 * another could contradict each other.
 */
export interface BoothRow {
  readonly agency_id: string;
  readonly agency_slug: string;
  readonly agency_short_name: string;
  readonly series: string;
  readonly agency_active: boolean;
  readonly serves_holidays: boolean;
  readonly weekdays: readonly number[] | null;
  readonly site: SiteDays;
  readonly booth_id: string;
  readonly zone_id: string;
  readonly booth_active: boolean;
  readonly last_intake_minutes: number;
  readonly counters_active: number;
  readonly weeks: readonly BoothWeek[];
  readonly seasons: readonly Season[];
  readonly exceptions: readonly DayException[];
  readonly closures: readonly {
    readonly startsAtMs: number | string;
    readonly endsAtMs: number | string;
    readonly reason: string;
  }[];
  readonly last_number: number;
  /** Minutes of the line by service, as declared: see `BoothLine`. */
  readonly work: Readonly<Record<string, number>>;
  /** Counters at which somebody sits, and what each can give. */
  readonly seats: readonly Pick<OpenSeat, 'services'>[];
  readonly longest_minutes: number;
}

export interface ServiceBoothRow extends BoothRow {
  readonly service_id: string;
  readonly service_slug: string;
  readonly service_name: string;
  readonly service_name_en: string;
  readonly expected_minutes: number;
  readonly quota: number | null;
  readonly internal_share: number;
  readonly taken: number;
  readonly taken_internal: number;
  readonly years: readonly number[];
  readonly holidays: readonly {
    readonly day: string;
    readonly kind: string;
    readonly name: string;
    readonly decree: string;
    readonly confidence: string;
  }[];
}

/** How far the calendar is read: one day back for the zone, and past the horizon of the next opening (60 days). */
const CALENDAR_DAYS = 62;

// $1 mall, $2 service day, $3 now. An endless closure has no epoch that JSON knows: it arrives as the text "Infinity".
// The database counts microseconds, the rules whole milliseconds: a closure is never told shorter than it is.
const boothColumns = (service: string) => `
  a.id as agency_id, a.slug as agency_slug, a.short_name as agency_short_name, a.series,
  a.active as agency_active, a.serves_holidays, ${sharedWeekdaysSql('b')} as weekdays,
  json_build_object('from', t.open_from, 'until', t.open_until) as site,
  b.id as booth_id, b.zone_id, b.active as booth_active, b.last_intake_minutes,
  (select count(*)::int from counter c
    where c.mall_id = b.mall_id and c.booth_id = b.id and c.active
      and ${counterGivesSql('c', service)}) as counters_active,
  coalesce((select json_agg(json_build_object('validFrom', w.valid_from, 'hours',
      coalesce((select json_agg(json_build_object('weekday', h.weekday, 'opens', h.opens, 'closes', h.closes)
          order by h.weekday, h.opens)
        from booth_hours h
        where h.mall_id = w.mall_id and h.booth_id = w.booth_id and h.valid_from = w.valid_from), '[]')))
    from booth_week w
    where w.mall_id = b.mall_id and w.booth_id = b.id and w.valid_from < $2::date + ${CALENDAR_DAYS}
      and w.valid_from >= coalesce((select max(v.valid_from) from booth_week v
        where v.mall_id = b.mall_id and v.booth_id = b.id and v.valid_from < $2::date), '-infinity')), '[]') as weeks,
  coalesce((select json_agg(json_build_object('firstDay', e.first_day, 'lastDay', e.last_day, 'name', e.name,
      'ofAgency', e.agency_id is not null, 'hours',
      coalesce((select json_agg(json_build_object('weekday', h.weekday, 'opens', h.opens, 'closes', h.closes))
        from season_hours h where h.mall_id = e.mall_id and h.season_id = e.id), '[]')))
    from season e
    where e.mall_id = a.mall_id and (e.agency_id is null or e.agency_id = a.id)
      and e.last_day >= $2::date - 1 and e.first_day < $2::date + ${CALENDAR_DAYS}), '[]') as seasons,
  coalesce((select json_agg(json_build_object('day', e.day, 'scope', e.scope, 'reason', e.reason, 'hours',
      coalesce((select json_agg(json_build_object('opens', h.opens, 'closes', h.closes))
        from day_exception_hours h where h.mall_id = e.mall_id and h.exception_id = e.id), '[]')))
    from day_exception e
    where e.mall_id = a.mall_id and (e.agency_id is null or e.agency_id = a.id)
      and e.day between $2::date - 1 and $2::date + ${CALENDAR_DAYS}), '[]') as exceptions,
  coalesce((select json_agg(json_build_object('startsAtMs', floor(extract(epoch from x.starts_at) * 1000),
      'endsAtMs', ceil(extract(epoch from x.ends_at) * 1000), 'reason', x.reason) order by x.starts_at)
    from booth_closure x
    where x.mall_id = b.mall_id and x.booth_id = b.id and x.state = 'approved' and x.ends_at > $3
      and x.starts_at < $3::timestamptz + interval '${CALENDAR_DAYS} days'), '[]') as closures,
  coalesce(q.last_number, 0) as last_number,
  coalesce(w.work, '{}') as work,
  greatest(w.longest_minutes, (select max(v.expected_minutes) from service v
    where v.mall_id = a.mall_id and v.agency_id = a.id and v.active), 0)::int as longest_minutes,
  (select coalesce(json_agg(json_build_object('services', ${seatServicesSql('o')})), '[]')
    from counter_session o join counter c on c.mall_id = o.mall_id and c.id = o.counter_id
    where c.mall_id = b.mall_id and c.booth_id = b.id and o.closed_at is null) as seats`;

const BOOTH_TABLES = `
  agency a
  join booth b on b.mall_id = a.mall_id and b.agency_id = a.id
  join zone z on z.mall_id = b.mall_id and z.id = b.zone_id
  join site t on t.mall_id = z.mall_id and t.id = z.site_id
  left join queue_series q on q.mall_id = a.mall_id and q.service_day = $2 and q.series = a.series
  left join lateral (
    select max(t.longest_minutes) as longest_minutes, json_object_agg(t.service_id, t.work_minutes) as work
    from (
      select v.id as service_id, max(v.expected_minutes) as longest_minutes, sum(case when i.kind = 'serving'
          then greatest(0, v.expected_minutes - extract(epoch from $3::timestamptz - i.started_at) / 60)
          else v.expected_minutes end)::float8 as work_minutes
      from stop s
        join service v on v.mall_id = s.mall_id and v.id = s.service_id
        left join stop_interval i on i.mall_id = s.mall_id and i.stop_id = s.id and i.ended_at is null
          and i.kind = 'serving'
      where s.mall_id = a.mall_id and s.service_day = $2 and s.agency_id = a.id and s.state <> 'done'
      group by v.id) t) w on true`;

/**
 * $4 id or null, $5 slug or null, $6 and $7 the calendar's first and last day. Its columns are texts, numbers and JSON, so
 * that a row may come back as JSON out of a statement that embeds this one.
 */
export const SERVICE_BOOTH_SQL = `select ${boothColumns('s.id')},
    s.id as service_id, s.slug as service_slug, s.name as service_name, s.name_en as service_name_en,
    s.expected_minutes,
    l.quota, coalesce(l.internal_share, 0) as internal_share,
    coalesce(l.taken, 0) as taken, coalesce(l.taken_internal, 0) as taken_internal,
    (select coalesce(json_agg(y.year), '[]') from holiday_year y) as years,
    (select coalesce(json_agg(d), '[]') from holiday d where d.day between $6 and $7) as holidays
  from ${BOOTH_TABLES}
  join service s on s.mall_id = a.mall_id and s.agency_id = a.id
  left join capacity_ledger l on l.mall_id = s.mall_id and l.service_day = $2 and l.service_id = s.id
  where s.mall_id = $1 and s.active and (s.id = $4::uuid or s.slug = $5::text)`;

const SERVICE_BOOTH = { name: 'capacity.service-booth', text: SERVICE_BOOTH_SQL };

const ALL_BOOTHS = {
  name: 'capacity.all-booths',
  text: `select ${boothColumns('null::uuid')} from ${BOOTH_TABLES} where a.mall_id = $1 and a.active order by a.short_name limit 200`,
};

/** The booth of a service that is offered, by the service's id or slug. */
export async function findServiceBooth(
  tx: Tx,
  mallId: string,
  service: { readonly id: string | null; readonly slug: string | null },
  today: Day,
): Promise<ServiceBoothRow | undefined> {
  const [row] = await tx.query<ServiceBoothRow>(
    SERVICE_BOOTH,
    serviceBoothValues(tx, mallId, service, today),
  );
  return row;
}

/** The same with all that was closed since an earlier moment, so that past openings can be judged too. */
export async function findServiceBoothSince(
  tx: Tx,
  mallId: string,
  serviceId: string,
  { today, since, sinceDay }: { readonly today: Day; readonly since: Date; readonly sinceDay: Day },
): Promise<ServiceBoothRow | undefined> {
  const calendar = [addDays(sinceDay, -1), addDays(today, CALENDAR_DAYS)];
  const values = [mallId, today, since, serviceId, null, ...calendar];
  const [row] = await tx.query<ServiceBoothRow>(SERVICE_BOOTH, values);
  return row;
}

/** The values of `SERVICE_BOOTH_SQL`: `$1` to `$7`. */
export function serviceBoothValues(
  tx: Tx,
  mallId: string,
  service: { readonly id: string | null; readonly slug: string | null },
  today: Day,
): unknown[] {
  const calendar = [addDays(today, -1), addDays(today, CALENDAR_DAYS)];
  return [mallId, today, tx.now, service.id, service.slug, ...calendar];
}

/** The booths of all active agencies, by the agency's short name. */
export async function listBooths(tx: Tx, mallId: string, today: Day): Promise<BoothRow[]> {
  return tx.query<BoothRow>(ALL_BOOTHS, [mallId, today, tx.now]);
}

/** First and last year that the next opening can lie in. */
export function calendarYears(today: Day): number[] {
  const years = [addDays(today, -1), addDays(today, CALENDAR_DAYS)].map((day) => Number(day.slice(0, 4)));
  return [...new Set(years)];
}
