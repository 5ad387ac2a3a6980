import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import { addDays, dayAt } from '#platform/values/day.ts';
import type { ScenarioFacts } from '../scenario-facts.ts';

const DAYS_BACK = 150;
/** Visits of a service on a working day: of those that the study names, and of the others. */
const VISITS_A_DAY = { named: 3, other: 0.4 };
/** So much less often than before the mall does somebody have to come. */
const LESS = 0.62;

/**
 * What came of the visits in the last months: invented, without chance, so that a page that looks back has something to
 * look at. Nobody of the past can be told from another. Does nothing where somebody came before today, or without a study.
 */
export async function livePastVisits(tx: Tx, mallId: string, facts: ScenarioFacts): Promise<void> {
  const { mall, study, signing } = facts;
  if (study === undefined || signing === undefined) return;
  const today = dayAt(tx.now.getTime(), mall.zone);
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from stop where mall_id = ${mallId} and service_day < ${today}::date) as there`.execute(
    tx.db,
  );
  if (rows[0]?.there === true) return;
  const back = addDays(today, -DAYS_BACK);
  const from = back > signing.beginsOn ? back : signing.beginsOn;
  const named = study.services.flatMap(({ code, visitsPerRequest }) =>
    code === undefined ? [] : [{ code, finished: Math.min(0.95, 1 / Math.max(1, visitsPerRequest * LESS)) }],
  );
  await sql`
    with named as (
      select * from unnest(${named.map(({ code }) => code)}::text[], ${named.map(({ finished }) => finished)}::float8[])
        as n(code, finished)
    ), made as (
      select gen_random_uuid() as stop_id, gen_random_uuid() as visit_id, gen_random_uuid()::text as token,
        d::date as day, v.id as service_id, v.agency_id, b.id as booth_id, a.series, v.expected_minutes,
        coalesce(n.finished, 0.8) as finished,
        row_number() over (partition by d, a.series order by v.code, k) as number,
        (extract(doy from d)::int * 37 + k * 53 + row_number() over (order by v.code) * 17) % 100 as drawn
      from service v
        join agency a on a.mall_id = v.mall_id and a.id = v.agency_id
        join booth b on b.mall_id = a.mall_id and b.agency_id = a.id
        left join named n on n.code = v.code
        cross join generate_series(${from}::date, ${today}::date - 1, interval '1 day') d
        cross join generate_series(1, ${VISITS_A_DAY.named}) k
      where v.mall_id = ${mallId} and extract(isodow from d) <= 5
        and (n.code is not null
          or k <= ${VISITS_A_DAY.other} + ((extract(doy from d)::int + ascii(right(v.code, 1))) % 10) / 10.0)
    ), timed as (
      select *,
        (day + time '08:10' + number * interval '9 minutes' + drawn * interval '20 seconds')
          at time zone ${mall.zone} as came_at,
        (2 + drawn % 19) * interval '1 minute' as waited,
        expected_minutes * (0.6 + drawn / 120.0) * interval '1 minute' as served,
        case when drawn < finished * 100 then 'finished' when drawn % 3 = 0 then 'consultation' else 'in-process' end
          as outcome
      from made where number <= 40
    ), visits as (
      insert into visit (mall_id, id, service_day, channel, simulated, created_at)
      select ${mallId}::uuid, visit_id, day, 'kiosk', true, came_at from timed
    ), stops as (
      insert into stop (mall_id, id, visit_id, service_day, agency_id, booth_id, service_id, series, number, token, state,
        reference_at, head_start_minutes, priority, order_key, call_count, outcome, channel, simulated, created_at)
      select ${mallId}::uuid, stop_id, visit_id, day, agency_id, booth_id, service_id, series, number, token, 'done',
        came_at, 0, false, came_at, 1, outcome, 'kiosk', true, came_at from timed
    )
    insert into stop_interval (mall_id, stop_id, seq, kind, started_at, ended_at)
    select ${mallId}::uuid, stop_id, 1, 'waiting', came_at, came_at + waited from timed
    union all
    select ${mallId}::uuid, stop_id, 2, 'called', came_at + waited, came_at + waited + interval '40 seconds' from timed
    union all
    select ${mallId}::uuid, stop_id, 3, 'serving', came_at + waited + interval '40 seconds', came_at + waited + served from timed
    `.execute(tx.db);
}
