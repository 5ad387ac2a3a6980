import { reportsProcedures } from '#areas/reports/procedures.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { atMost, type Part } from '../figures.ts';

const AGENCIES = 36;
const ROUNDS = 9;
const YEAR = { from: '2025-12-01', until: '2026-11-30' } as const;
const VISITS_A_DAY = 20;

/** What was promised and kept, for a whole mall over a year, beside counting the same rows. */
export const promisesPart: Part = {
  name: 'promises',
  title: 'Promised and kept, 36 agencies over a year',
  async run(say) {
    const mall = await withTestMall({ at: '2026-12-01T08:00:00+08:00' });
    try {
      const rows = await fill(mall);
      say(`${rows.seats} seats, ${rows.stops} visits`);
      const manager = await mall.staff('manager');
      const ask = () => mall.as(reportsProcedures, manager).listKeptPromises(YEAR);
      const { agencies } = await ask();
      if (agencies.length !== AGENCIES) throw new Error(`${agencies.length} agencies promised something`);
      const product: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        product.push(await timed(ask));
        bare.push(await timed(() => mall.sql(BARE, [mall.mallId])));
      }
      const baseline = { name: 'counting the same rows', values: bare };
      return {
        figures: [{ name: 'list', unit: 'ms', product, baseline, aim: atMost(300, 'ms') }],
        notes: [
          `${rows.seats} seats at counters and ${rows.stops} visits; nothing is stored beforehand, every figure is recounted at each asking. The baseline reads the same rows and groups them by agency, without plans, holidays and promises.`,
        ],
      };
    } finally {
      await mall.stop();
    }
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const BARE = `select
  (select count(*) from (select counter_id, count(*) from counter_session where mall_id = $1 group by 1) s) as seats,
  (select count(*) from (select agency_id, count(*) from stop where mall_id = $1 group by 1) t) as stops`;

/** Doubles the agencies of Balangan, signs with each, and lets a year of working days pass. */
async function fill(mall: TestMall): Promise<{ seats: number; stops: number }> {
  for (const statement of STATEMENTS) await mall.sql(statement, [mall.mallId]);
  await mall.sql('analyze');
  const [rows] = await mall.sql<{ seats: number; stops: number }>(
    'select (select count(*)::int from counter_session) as seats, (select count(*)::int from stop) as stops',
  );
  return rows!;
}

const DAYS = `generate_series(date '${YEAR.from}', date '${YEAR.until}', interval '1 day') d`;
const WORKING = `extract(isodow from d) <= 5`;

const STATEMENTS: readonly string[] = [
  `insert into agency (mall_id, id, slug, name, short_name, kind, series, icon)
    select mall_id, gen_random_uuid(), slug || '-2', name || ' 2', short_name || ' 2', kind,
      'Z' || substr('ABCDEFGHJKLMNPRSTUVWXY', row_number() over ()::int, 1), icon
    from agency where mall_id = $1`,
  `insert into booth (mall_id, id, agency_id, zone_id, name)
    select a.mall_id, gen_random_uuid(), a.id, (select z.id from zone z where z.mall_id = a.mall_id limit 1), a.short_name
    from agency a where a.mall_id = $1 and a.slug like '%-2'
      and not exists (select from booth b where b.agency_id = a.id)`,
  `insert into counter (mall_id, id, booth_id, number)
    select b.mall_id, gen_random_uuid(), b.id, 500 + row_number() over () from booth b, generate_series(1, 2)
    where b.mall_id = $1 and not exists (select from counter c where c.booth_id = b.id)`,
  `insert into service (mall_id, id, agency_id, code, slug, name, name_en, expected_minutes, fee, promised_time, confidence)
    select a.mall_id, gen_random_uuid(), a.id, 'X-' || row_number() over (), 'x-' || row_number() over (), 'Layanan', 'Service',
      10, '{"kind":"unknown"}', '{"kind":"unknown"}', 'plausible'
    from agency a where a.mall_id = $1 and a.slug like '%-2'`,
  `insert into staff_member (mall_id, id, account_id, name, role, agency_id)
    select c.mall_id, c.id, c.id::text, 'Petugas', 'officer', b.agency_id
    from counter c join booth b on b.id = c.booth_id where c.mall_id = $1`,
  `insert into agreement (mall_id, id, kind, title, state, begins_on, signed_on, signed_at, terms, created_at)
    select mall_id, id, 'pks', 'PKS ' || short_name, 'agreed', '2025-11-27', null, null, '{}', now()
    from agency where mall_id = $1`,
  `insert into agreement_promise (mall_id, agreement_id, agency_id, staff_count, backup_count)
    select mall_id, id, id, 2, 0 from agency where mall_id = $1`,
  `insert into agreement_hours (mall_id, agreement_id, agency_id, weekday, opens, closes)
    select mall_id, id, id, w, '08:00', '15:00' from agency, generate_series(1, 5) w where mall_id = $1`,
  `insert into agreement_service (mall_id, agreement_id, agency_id, service_id)
    select mall_id, agency_id, agency_id, id from service where mall_id = $1`,
  `update agreement set state = 'signed', signed_on = '2025-11-27', signed_at = 'Paringin' where mall_id = $1`,
  `insert into counter_session (mall_id, id, counter_id, staff_id, opened_at, closed_at)
    select c.mall_id, gen_random_uuid(), c.id, c.id,
      (d::date + time '08:00' + n * interval '150 minutes' + c.number % 20 * interval '1 minute') at time zone 'Asia/Makassar',
      (d::date + time '10:15' + n * interval '150 minutes') at time zone 'Asia/Makassar'
    from counter c, ${DAYS}, generate_series(0, 2) n
    where c.mall_id = $1 and ${WORKING} and (extract(doy from d)::int + c.number) % 17 <> 0`,
  `insert into visit (mall_id, id, service_day, channel, simulated, created_at)
    select $1, gen_random_uuid(), '2025-12-01', 'kiosk', false, now()`,
  `insert into stop (mall_id, id, visit_id, service_day, agency_id, booth_id, service_id, series, number, token, state,
      reference_at, head_start_minutes, priority, order_key, outcome, channel, simulated, created_at)
    select a.mall_id, gen_random_uuid(), (select id from visit limit 1), d::date, a.id, b.id,
      (select s.id from service s where s.agency_id = a.id limit 1), a.series, n, gen_random_uuid()::text, 'done',
      d, 0, false, d, case n % 3 when 0 then 'finished' when 1 then 'in-process' else 'consultation' end, 'kiosk', false, d
    from agency a join booth b on b.agency_id = a.id, ${DAYS}, generate_series(1, ${VISITS_A_DAY}) n
    where a.mall_id = $1 and ${WORKING}`,
];
