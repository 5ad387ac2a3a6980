import assert from 'node:assert/strict';
import type { Acknowledged } from './hands.ts';

type Sql = <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;

interface StopTruth extends Record<string, unknown> {
  readonly id: string;
  readonly number: number;
  readonly outcome: string | null;
  readonly calls: number;
  readonly open_intervals: number;
}

/**
 * Holds what was promised against what the database says: every promise kept once, no number twice or missing, nobody
 * called twice, ledger and events complete. Returns how much was promised, so that a test can refuse an idle run.
 */
export async function checkPromises(sql: Sql, promised: readonly Acknowledged[]) {
  const stops = await sql<StopTruth>(
    `select s.id, s.number::int, s.outcome,
       (select count(*)::int from stop_interval i where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'called') as calls,
       (select count(*)::int from stop_interval i where i.mall_id = s.mall_id and i.stop_id = s.id and i.ended_at is null) as open_intervals
     from stop s where s.series = 'A' order by s.number`,
  );
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  const issued = promised.filter((promise) => promise.did === 'issued').map(({ code }) => code);
  const called = promised.filter((promise) => promise.did === 'called').map(({ ticketId }) => ticketId);
  const ended = promised.filter((promise) => promise.did === 'ended');

  assert.deepEqual(
    stops.map(({ number }) => number),
    stops.map((_, place) => place + 1),
    'numbers run from 1 without a gap',
  );
  assert.equal(new Set(issued).size, issued.length, 'no number was promised twice');
  assert.deepEqual(
    issued.toSorted(),
    stops.map(({ number }) => `A-${String(number).padStart(3, '0')}`),
    'each promised number is there, and no other',
  );
  assert.equal(new Set(called).size, called.length, 'nobody was called to two counters');
  for (const id of called) assert.equal(byId.get(id)?.calls, 1, `${id} was called once`);
  assert.equal(
    stops.filter(({ calls }) => calls > 0).length,
    called.length,
    'nobody was called without a promise',
  );
  for (const { ticketId, outcome } of ended) assert.equal(byId.get(ticketId)?.outcome, outcome);
  for (const stop of stops)
    assert.equal(stop.open_intervals, stop.outcome === null ? 1 : 0, 'one clock runs at most');
  await checkBooks(sql, stops.length);
  return { issued: issued.length, called: called.length, ended: ended.length };
}

async function checkBooks(sql: Sql, stopCount: number): Promise<void> {
  const [ledger] = await sql<{ taken: number }>(
    'select coalesce(sum(taken), 0)::int as taken from capacity_ledger',
  );
  assert.equal(ledger!.taken, stopCount, 'the ledger counts every number');
  const [events] = await sql<{ count: number; last: number; first: number }>(
    'select count(*)::int, coalesce(max(number), 0)::int as last, coalesce(min(number), 0)::int as first from event',
  );
  assert.equal(events!.count, events!.last, 'events are numbered without a gap');
}
