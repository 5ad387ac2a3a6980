import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { withTestApp, type TestApp } from '#server/testing/test-app.ts';

const DAY = '2026-11-24';
/** A series has 999 numbers a day. */
const LONG_LINE = 990;
const SHORT_LINE = 10;
const ROUNDS = 30;
/** What an officer does not notice. */
const ACTION_MS_MAX = 100;
/** A hundred times the people may cost so much more at most; a scan of the line would show. */
const RATIO_MAX = 3;

const FILL = `with place as (
    select a.mall_id, a.id as agency_id, b.id as booth_id, s.id as service_id, a.series
    from agency a join booth b on b.agency_id = a.id join service s on s.agency_id = a.id
    where a.slug = 'disdukcapil' order by s.code limit 1
  ), n as (
    select i as number, gen_random_uuid() as stop_id, gen_random_uuid() as visit_id,
      timestamptz '2026-11-24T06:00+08:00' + i * interval '10 seconds' as at
    from generate_series(1, $1::int) i
  ), visits as (
    insert into visit (mall_id, id, service_day, channel, simulated, created_at)
    select mall_id, visit_id, $2::date, 'kiosk', false, at from n, place
  ), stops as (
    insert into stop (mall_id, id, visit_id, service_day, agency_id, booth_id, service_id, series, number, token, state,
      reference_at, head_start_minutes, priority, order_key, channel, simulated, created_at)
    select mall_id, stop_id, visit_id, $2::date, agency_id, booth_id, service_id, series, number,
      left(md5(random()::text), 22), 'waiting', at, 0, false, at, 'kiosk', false, at from n, place
  ), series as (
    insert into queue_series (mall_id, service_day, series, last_number)
    select mall_id, $2::date, series, $1 from place
  )
  insert into stop_interval (mall_id, stop_id, seq, kind, started_at)
  select mall_id, stop_id, 1, 'waiting', at from n, place`;

describe('the console', () => {
  let hall: TestApp;
  let officer: Record<string, string>;
  before(async () => {
    hall = await withTestApp({ at: `${DAY}T09:00+08:00` });
    officer = await hall.signedIn('officer');
    const { counters } = await ask<{ counters: { id: string }[] }>('queue.getDesk', undefined, []);
    await ask('queue.openCounter', { counterId: counters[0]!.id }, []);
  });
  after(() => hall.stop());

  /** Asks through the front door and notes how long the answer took. */
  async function ask<Reply>(operation: string, input: unknown, times: number[]): Promise<Reply> {
    const startedAt = performance.now();
    const response = await hall.call(operation, input, officer);
    const body = await response.text();
    times.push(performance.now() - startedAt);
    assert.equal(response.status, 200, `${operation}: ${body}`);
    return (JSON.parse(body) as { json: Reply }).json;
  }

  async function fill(waiting: number): Promise<void> {
    await hall.mall.sql('truncate rating, stop_interval, stop, visit, queue_series cascade');
    await hall.mall.sql(FILL, [waiting, DAY]);
    await hall.mall.sql('analyze stop, stop_interval');
  }

  /** An officer's presses in turn, each followed by the look at the desk that the screen takes. */
  async function work(waiting: number): Promise<{ actions: number[]; looks: number[] }> {
    const actions: number[] = [];
    const looks: number[] = [];
    const act = async <Reply>(operation: string, input: unknown = {}) => {
      const reply = await ask<Reply>(`queue.${operation}`, input, actions);
      await ask('queue.getDesk', undefined, looks);
      return reply;
    };
    const call = async () => (await act<{ called: { ticketId: string } }>('callNext')).called.ticketId;
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each round serves one: the short line is filled up before it is empty.
      if (round % 5 === 0) await fill(waiting);
      const ticketId = await call();
      await act('recall', { ticketId });
      await act('undoCall', { ticketId });
      await act('callOutOfTurn', { ticketId, reason: 'kurang sehat' });
      await act('hold', { ticketId });
      await act('returnHeld', { ticketId });
      await call();
      await act('startServing', { ticketId });
      await act('finish', { ticketId, outcome: 'finished' });
    }
    return { actions, looks };
  }

  const quantile = (times: readonly number[], p: number) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(p * times.length))]!;

  it(`answers an officer's key at once while ${LONG_LINE} wait, hardly slower than with ${SHORT_LINE}`, async (t) => {
    const short = await work(SHORT_LINE);
    const long = await work(LONG_LINE);
    const told = (name: string, times: readonly number[]) =>
      t.diagnostic(
        `${name}: p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`,
      );
    told(`actions, ${SHORT_LINE} waiting`, short.actions);
    told(`actions, ${LONG_LINE} waiting`, long.actions);
    told(`looks at the desk, ${SHORT_LINE} waiting`, short.looks);
    told(`looks at the desk, ${LONG_LINE} waiting`, long.looks);
    // The middle is asserted, since a busy machine has slow moments of its own; p99 is told above.
    assert.ok(quantile(long.actions, 0.5) <= ACTION_MS_MAX);
    assert.ok(quantile(long.looks, 0.5) <= ACTION_MS_MAX);
    assert.ok(quantile(long.actions, 0.5) <= RATIO_MAX * quantile(short.actions, 0.5));
  });
});
