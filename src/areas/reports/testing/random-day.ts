import fc from 'fast-check';
import { OUTCOMES, type Outcome } from '#areas/queue/rules/ticket-states.ts';
import { newId, newTicketToken } from '#platform/random/ids.ts';
import type { TestMall } from '#scenarios/testing/test-mall.ts';

export type IntervalKind = 'waiting' | 'called' | 'undone' | 'serving' | 'held';

/** A stop as plain data: what a recount by hand looks at. Times are epoch milliseconds. */
export interface PlainStop {
  readonly service: number;
  /** Which visit of the day it belongs to; several stops can be one visit. */
  readonly visit: number;
  readonly createdAt: number;
  readonly simulated: boolean;
  readonly paper: boolean;
  readonly outcome: Outcome | null;
  readonly score: number | null;
  readonly intervals: readonly {
    readonly kind: IntervalKind;
    readonly startedAt: number;
    readonly endedAt: number | null;
  }[];
}

/** The ways in which a stop goes. */
const PATHS: readonly (readonly IntervalKind[])[] = [
  ['waiting'],
  ['waiting', 'called'],
  ['waiting', 'called', 'serving'],
  ['waiting', 'held', 'waiting', 'called', 'serving'],
  ['waiting', 'called', 'waiting', 'called', 'serving', 'held', 'serving'],
  ['waiting', 'undone', 'waiting', 'called', 'serving'],
  ['waiting', 'undone', 'waiting'],
];

/** One stop of a day that begins at `midnight`; an open one is where its last interval says. */
export function arbitraryStop(midnight: number, services: number): fc.Arbitrary<PlainStop> {
  return fc
    .record({
      service: fc.nat(services - 1),
      visit: fc.nat(30),
      // Also at the very ends of the day and of an hour.
      createdMs: fc.oneof(fc.nat(86_399_999), fc.constantFrom(0, 3_599_999, 3_600_000, 86_399_999)),
      simulated: fc.boolean(),
      paper: fc.boolean(),
      path: fc.constantFrom(...PATHS),
      lengthsMs: fc.array(fc.nat(3_600_000), { minLength: 7, maxLength: 7 }),
      outcome: fc.option(fc.constantFrom(...OUTCOMES)),
      score: fc.option(fc.integer({ min: 1, max: 4 })),
    })
    .map(({ service, visit, createdMs, simulated, paper, path, lengthsMs, outcome, score }) => {
      let at = midnight + createdMs;
      const intervals = path.map((kind, index) => {
        const startedAt = at;
        at += lengthsMs[index]!;
        const stillRuns = outcome === null && index === path.length - 1;
        return { kind, startedAt, endedAt: stillRuns ? null : at };
      });
      return { service, visit, createdAt: midnight + createdMs, simulated, paper, outcome, score, intervals };
    });
}

/** Writes the stops as they are into the queue's tables, each with a number of its own. */
export async function writeDay(mall: TestMall, day: string, stops: readonly PlainStop[]): Promise<void> {
  const services = await listTestServices(mall);
  const counters = await mall.sql<{ id: string }>('select id from counter limit 1');
  const visitIds = new Map(stops.map(({ visit }) => [visit, newId()]));
  const rows = stops.map((stop, index) => {
    const { id, agency_id, booth_id } = services[stop.service]!;
    const last = stop.intervals.at(-1)!;
    return {
      stop_id: newId(),
      visit_id: visitIds.get(stop.visit)!,
      token: newTicketToken(),
      service_id: id,
      agency_id,
      booth_id,
      number: stop.paper ? PAPER_FIRST + index : index + 1,
      channel: stop.paper ? 'paper' : 'kiosk',
      state: stop.outcome === null ? (last.kind === 'held' ? 'waiting' : last.kind) : 'done',
      outcome: stop.outcome,
      simulated: stop.simulated,
      created_at: new Date(stop.createdAt),
      score: stop.score,
      intervals: stop.intervals.map((interval, seq) => ({
        seq,
        kind: interval.kind,
        started_at: new Date(interval.startedAt),
        ended_at: interval.endedAt === null ? null : new Date(interval.endedAt),
      })),
    };
  });
  // Many open stops at one counter are no matter of reports.
  await mall.sql('drop index if exists stop_at_counter');
  await mall.sql(KEEP_PAPER, [mall.mallId, day, newId(), services[0]!.agency_id, PAPER_FIRST]);
  await mall.sql(WRITE_DAY, [mall.mallId, day, counters[0]!.id, JSON.stringify(rows)]);
}

/** The services of random stops, by code: two of one agency, two of others. */
export function listTestServices(mall: TestMall) {
  return mall.sql<{ id: string; code: string; agency_id: string; booth_id: string }>(
    `select s.id, s.code, s.agency_id, b.id as booth_id from service s join booth b on b.agency_id = s.agency_id
     where s.code in ('DKC-01', 'DKC-02', 'POL-01', 'SMT-01') order by s.code`,
  );
}

const PAPER_FIRST = 801;
const KEEP_PAPER = `insert into number_block (mall_id, id, service_day, agency_id, series, first_number, last_number,
    reserved_at) values ($1, $3, $2, $4, 'ZZ', $5, 999, now())`;
const WRITE_DAY = `with r as (
    select * from jsonb_to_recordset($4::jsonb) as r(stop_id uuid, visit_id uuid, token text, service_id uuid,
      agency_id uuid, booth_id uuid, number int, channel text, state text, outcome text, simulated boolean, created_at timestamptz,
      score int, intervals jsonb)
  ), visits as (
    insert into visit (mall_id, id, service_day, channel, simulated, created_at)
    select distinct on (visit_id) $1::uuid, visit_id, $2::date, channel, simulated, created_at from r
  ), stops as (
    insert into stop (mall_id, id, visit_id, service_day, agency_id, booth_id, service_id, series, number, token, state,
      reference_at, head_start_minutes, priority, order_key, counter_id, staff_id, outcome, outcome_reason, channel,
      simulated, created_at)
    select $1::uuid, stop_id, visit_id, $2::date, agency_id, booth_id, service_id, 'ZZ', number, token, state,
      created_at, 0, false, created_at, $3::uuid, stop_id, outcome,
      case when outcome = 'refused' then 'Berkas kurang' end, channel, simulated, created_at from r
  ), intervals as (
    insert into stop_interval (mall_id, stop_id, seq, kind, started_at, ended_at)
    select $1::uuid, r.stop_id, i.seq, i.kind, i.started_at, i.ended_at
    from r, jsonb_to_recordset(r.intervals) as i(seq int, kind text, started_at timestamptz, ended_at timestamptz)
  )
  insert into rating (mall_id, stop_id, score, channel, at)
  select $1::uuid, stop_id, score, 'phone', created_at from r where score is not null`;
