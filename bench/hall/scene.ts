import { createHmac } from 'node:crypto';
import pg from 'pg';
import { allSeries } from '#areas/agencies/rules/series-letters.ts';
import { createSignedTokens } from '#platform/random/signed-tokens.ts';

/** The secret of the bench's own installation: it lets the load make cookies and tokens as the server would. */
export const SECRET = 'the secret of a bench that is thrown away';

export const ZONES = 25;
export const AGENCIES_PER_ZONE = 5;
export const AGENCIES = ZONES * AGENCIES_PER_ZONE;
export const COUNTERS_PER_AGENCY = 7;
export const OFFICERS = AGENCIES * COUNTERS_PER_AGENCY;
export const MALL_ID = '00000000-0000-7000-8000-000000000001';

/** Ids follow from numbers, so that pgbench can make the same ones in SQL. */
const MARKS = {
  zone: '81',
  agency: '82',
  booth: '83',
  service: '84',
  counter: '85',
  staff: '86',
  device: '87',
  stop: '88',
  visit: '89',
  session: '8a',
  line: '8b',
  event: '8c',
};
export type IdKind = keyof typeof MARKS;

export function idOf(kind: IdKind, n: number): string {
  return `00000000-0000-7000-${MARKS[kind]}00-${n.toString(16).padStart(12, '0')}`;
}

/** The same id as an SQL expression over a number. */
export function idSql(kind: IdKind, n: string): string {
  return `('00000000-0000-7000-${MARKS[kind]}00-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;
}

export const SERIES = allSeries().slice(0, AGENCIES);
export const agencyOfOfficer = (officer: number) => Math.floor(officer / COUNTERS_PER_AGENCY);
export const serviceSlug = (agency: number) => `layanan-${agency}`;

export function officerCookie(officer: number): string {
  const token = `bench-session-${officer}`;
  const seal = createHmac('sha256', SECRET).update(token).digest('base64');
  return `balairung.session_token=${encodeURIComponent(`${token}.${seal}`)}`;
}

export const tokens = createSignedTokens(SECRET);
export const kioskBearer = () => `Bearer ${tokens.sign('device', idOf('device', 0))}`;

const agency = (n: string) => idSql('agency', n);
const SERIES_SQL = `array[${SERIES.map((series) => `'${series}'`).join(',')}]`;

/** 25 zones, 125 agencies with a service each, 875 counters, and at each of them an officer who is signed in. */
const SET_UP = [
  `insert into mall (id, slug, name, short_name, regency, time_zone, sample_data)
     values ('${MALL_ID}', 'ukur', 'MPP Pengukuran', 'MPP Ukur', 'Kabupaten Ukur', 'Asia/Makassar', true)`,
  `insert into site (mall_id, id, slug, name, address) values ('${MALL_ID}', '${MALL_ID}', 'utama', 'Gedung utama', '-')`,
  `insert into zone (mall_id, id, site_id, slug, name, floor)
     select '${MALL_ID}', ${idSql('zone', 'n')}, '${MALL_ID}', 'z' || n, 'Zona ' || n, 1 from generate_series(0, ${ZONES - 1}) n`,
  `insert into agency (mall_id, id, slug, name, short_name, kind, series, icon, serves_holidays)
     select '${MALL_ID}', ${agency('n')}, 'instansi-' || n, 'Instansi ' || n, 'Instansi ' || n, 'regency-office',
       (${SERIES_SQL})[n + 1], 'landmark', true from generate_series(0, ${AGENCIES - 1}) n`,
  `insert into booth (mall_id, id, agency_id, zone_id, name, last_intake_minutes)
     select '${MALL_ID}', ${idSql('booth', 'n')}, ${agency('n')}, ${idSql('zone', `n / ${AGENCIES_PER_ZONE}`)}, 'Gerai ' || n, 0
     from generate_series(0, ${AGENCIES - 1}) n`,
  `insert into booth_week (mall_id, booth_id, valid_from, revision, set_at)
     select '${MALL_ID}', ${idSql('booth', 'n')}, '2000-01-01', 1, now() from generate_series(0, ${AGENCIES - 1}) n`,
  `insert into booth_hours (mall_id, booth_id, valid_from, weekday, opens, closes)
     select '${MALL_ID}', ${idSql('booth', 'n')}, '2000-01-01', d, '00:00', '24:00' from generate_series(0, ${AGENCIES - 1}) n, generate_series(1, 7) d`,
  `insert into service (mall_id, id, agency_id, code, slug, name, name_en, expected_minutes, fee, promised_time, confidence)
     select '${MALL_ID}', ${idSql('service', 'n')}, ${agency('n')}, 'UKR-' || n, 'layanan-' || n, 'Layanan ' || n, 'Service ' || n, 10,
       '{"kind":"unknown"}', '{"kind":"unknown"}', 'plausible' from generate_series(0, ${AGENCIES - 1}) n`,
  `insert into counter (mall_id, id, booth_id, number)
     select '${MALL_ID}', ${idSql('counter', 'n')}, ${idSql('booth', `n / ${COUNTERS_PER_AGENCY}`)}, n + 1 from generate_series(0, ${OFFICERS - 1}) n`,
  `insert into auth."user" (id, name, email, "emailVerified", "twoFactorEnabled")
     select 'u' || n, 'Petugas ' || n, 'p' || n || '@ukur.contoh', true, true from generate_series(0, ${OFFICERS - 1}) n`,
  `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId")
     select 's' || n, now() + interval '1 day', 'bench-session-' || n, now(), 'u' || n from generate_series(0, ${OFFICERS - 1}) n`,
  `insert into staff_member (mall_id, id, account_id, name, role, agency_id)
     select '${MALL_ID}', ${idSql('staff', 'n')}, 'u' || n, 'Petugas ' || n, 'officer', ${agency(`n / ${COUNTERS_PER_AGENCY}`)}
     from generate_series(0, ${OFFICERS - 1}) n`,
  `insert into counter_session (mall_id, id, counter_id, staff_id, opened_at)
     select '${MALL_ID}', ${idSql('session', 'n')}, ${idSql('counter', 'n')}, ${idSql('staff', 'n')}, now() from generate_series(0, ${OFFICERS - 1}) n`,
  `insert into device (mall_id, id, kind, name, zone_id, paired_at)
     values ('${MALL_ID}', '${idOf('device', 0)}', 'kiosk', 'Kios', '${idOf('zone', 0)}', now())`,
];

/** Takes all tickets away, and what commands left behind. */
const CLEAR = `truncate rating, stop_interval, stop, visit, queue_series, capacity_ledger, event, audit_line, idempotency`;

/** Tickets waiting: `perAgency` for each agency; the n-th has id `stop` n and the token of that id without dashes. */
function waitingSql(perAgency: number): string[] {
  const all = `generate_series(0, ${AGENCIES * perAgency - 1}) n`;
  const day = `(now() at time zone 'Asia/Makassar')::date`;
  return [
    `insert into visit (mall_id, id, service_day, channel, simulated, created_at)
       select '${MALL_ID}', ${idSql('visit', 'n')}, ${day}, 'kiosk', false, now() from ${all}`,
    `insert into stop (mall_id, id, visit_id, service_day, agency_id, booth_id, service_id, series, number, token, state,
         reference_at, head_start_minutes, priority, order_key, channel, simulated, created_at)
       select '${MALL_ID}', ${idSql('stop', 'n')}, ${idSql('visit', 'n')}, ${day}, ${agency(`n % ${AGENCIES}`)},
         ${idSql('booth', `n % ${AGENCIES}`)}, ${idSql('service', `n % ${AGENCIES}`)}, (${SERIES_SQL})[n % ${AGENCIES} + 1],
         n / ${AGENCIES} + 1, substr(md5(n::text), 1, 22), 'waiting', now(), 0, false, now() + n * interval '1 ms', 'kiosk', false, now()
       from ${all}`,
    `insert into stop_interval (mall_id, stop_id, seq, kind, started_at)
       select '${MALL_ID}', ${idSql('stop', 'n')}, 1, 'waiting', now() from ${all}`,
    `insert into queue_series (mall_id, service_day, series, last_number)
       select '${MALL_ID}', ${day}, s, ${perAgency} from unnest(${SERIES_SQL}) s`,
  ];
}

export class Scene {
  readonly #owner: pg.Client;

  constructor(migratorUrl: string) {
    this.#owner = new pg.Client({ connectionString: migratorUrl });
  }

  async setUp(): Promise<void> {
    await this.#owner.connect();
    await this.#runAll(SET_UP);
    await this.#owner.query('analyze');
  }

  /** A hall in which nobody but `perAgency` people for each agency has come today. */
  async reset(perAgency: number): Promise<void> {
    await this.#runAll([CLEAR, ...(perAgency > 0 ? waitingSql(perAgency) : [])]);
    await this.#owner.query('analyze stop, stop_interval, visit, event, audit_line, idempotency');
  }

  /** Whoever was called has left again: the counters are free. */
  async freeCounters(): Promise<void> {
    await this.#owner.query(
      `update stop set state = 'done', outcome = 'absent' where state in ('called', 'serving')`,
    );
  }

  async query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    return (await this.#owner.query<Row>(text)).rows;
  }

  async close(): Promise<void> {
    await this.#owner.end();
  }

  /** The server reads on meanwhile: whoever of the two loses a deadlock over the emptied tables begins again. */
  async #runAll(statements: readonly string[]): Promise<void> {
    for (let triesLeft = 5; ; triesLeft -= 1) {
      try {
        await this.#owner.query('begin');
        for (const statement of statements) await this.#owner.query(statement);
        await this.#owner.query('commit');
        return;
      } catch (error) {
        await this.#owner.query('rollback');
        const isDeadlock = error instanceof pg.DatabaseError && error.code === '40P01';
        if (!isDeadlock || triesLeft === 0) throw error;
      }
    }
  }
}
