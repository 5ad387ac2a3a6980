import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { queueProcedures } from '#areas/queue/procedures.ts';
import type { DeviceActor } from '#platform/contract/access.ts';
import { newId } from '#platform/random/ids.ts';
import { balangan } from '#scenarios/balangan/facts.ts';
import { loadScenario } from '#scenarios/load.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { enqueueDue, makeTasks } from '#server/jobs.ts';
import { startWorker } from './worker.ts';

const ZONES = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;
type ZoneName = keyof typeof ZONES;
const WAIT_MS_MAX = 15_000;

describe('the end of a day', () => {
  let mall: TestMall;
  const malls = new Map<ZoneName, string>();

  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: '2026-11-24T03:00:00Z' });
    malls.set('WITA', mall.mallId);
    for (const name of ['WIB', 'WIT'] as const) {
      const facts = {
        ...balangan,
        mall: { ...balangan.mall, slug: `mpp-${name.toLowerCase()}`, zone: ZONES[name] },
      };
      malls.set(name, (await loadScenario({ pool: mall.pool, facts, schedule: 'demo' })).mallId);
    }
    // The first look only writes down when each mall's next end of day is.
    await enqueueDue(mall.pool);
    for (const name of malls.keys()) for (let count = 0; count < 3; count += 1) await issue(name);
  });
  after(() => mall.stop());

  function kioskOf(name: ZoneName): DeviceActor {
    const place = { mallId: malls.get(name)!, timeZone: ZONES[name], zoneId: newId() };
    return { kind: 'device', id: newId(), deviceKind: 'kiosk', simulated: false, ...place };
  }
  const issue = (name: ZoneName) =>
    mall.as(queueProcedures, kioskOf(name)).issueTicket({ service: balangan.services[0]!.slug });

  async function openStops(): Promise<Record<string, number>> {
    const rows = await mall.sql<{ mall_id: string; count: number }>(
      `select mall_id, count(*)::int as count from stop where state <> 'done' group by 1`,
    );
    const counts = new Map(rows.map((row) => [row.mall_id, row.count]));
    return Object.fromEntries([...malls].map(([name, id]) => [name, counts.get(id) ?? 0]));
  }

  /** Runs what is due until nothing is left. */
  async function work(): Promise<void> {
    await enqueueDue(mall.pool);
    const worker = await startWorker({
      connectionString: mall.urlFor('migrator'),
      tasks: makeTasks(mall.pool, () => {}),
      log: pino({ level: 'silent' }),
    });
    await untilNoJobs();
    await worker.stop();
  }

  async function untilNoJobs(): Promise<void> {
    for (const until = Date.now() + WAIT_MS_MAX; Date.now() < until;) {
      const [left] = await mall.sql<{ count: number }>(
        'select count(*)::int as count from graphile_worker.jobs',
      );
      if (left!.count === 0) return;
      await sleep(30);
    }
    throw new Error('jobs are left');
  }

  it('comes at each mall’s own midnight: first in the east, an hour later in the middle, then in the west', async () => {
    assert.deepEqual(await openStops(), { WITA: 3, WIB: 3, WIT: 3 });
    for (const [at, open] of [
      ['2026-11-24T15:04:00Z', { WITA: 3, WIB: 3, WIT: 3 }],
      ['2026-11-24T15:05:30Z', { WITA: 3, WIB: 3, WIT: 0 }],
      ['2026-11-24T16:05:30Z', { WITA: 0, WIB: 3, WIT: 0 }],
      ['2026-11-24T17:05:30Z', { WITA: 0, WIB: 0, WIT: 0 }],
    ] as const) {
      await mall.setClock(at);
      await work();
      assert.deepEqual(await openStops(), open, at);
    }
  });

  it('ends what nobody ended as not served, once, with its interval closed and a line on the trail', async () => {
    const [counts] = await mall.sql<Record<string, number>>(
      `select (select count(*)::int from stop where outcome = 'not-served') as stops,
         (select count(*)::int from stop_interval where ended_at is null) as open,
         (select count(*)::int from audit_line where operation = 'day-end' and subject_kind = 'ticket') as lines,
         (select count(distinct subject_id)::int from audit_line where operation = 'day-end') as tickets,
         (select count(*)::int from event where kind = 'day-closed') as events`,
    );
    assert.deepEqual(counts, { stops: 9, open: 0, lines: 9, tickets: 9, events: 3 });
  });

  it('leaves the new day’s tickets alone, also when the job runs twice', async () => {
    await issue('WITA');
    await mall.sql(`update scheduled_run set run_at = '2026-11-24T00:00:00Z' where name = 'day-end'`);
    await work();
    assert.deepEqual(await openStops(), { WITA: 1, WIB: 0, WIT: 0 });
  });

  it('is enqueued once by two servers that look at the same moment', async () => {
    await mall.sql(`update scheduled_run set run_at = '2026-11-24T00:00:00Z' where name = 'day-end'`);
    await Promise.all([enqueueDue(mall.pool), enqueueDue(mall.pool), enqueueDue(mall.pool)]);
    const [jobs] = await mall.sql<{ count: number }>(
      `select count(*)::int as count from graphile_worker.jobs where task_identifier = 'day-end'`,
    );
    assert.equal(jobs!.count, 3, 'one for each mall');
    await work();
  });

  it('is taken over from a worker that was killed in the middle, and done once', async () => {
    await mall.setClock('2026-11-25T16:30:00Z');
    await mall.sql(`update scheduled_run set run_at = '2026-11-24T00:00:00Z' where name = 'day-end'`);
    await enqueueDue(mall.pool);
    // As a killed worker leaves it: locked by somebody who will never come back.
    await mall.sql(
      `update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now() - interval '6 minutes', attempts = 1`,
    );
    await work();
    assert.deepEqual(await openStops(), { WITA: 0, WIB: 0, WIT: 0 });
    const [lines] = await mall.sql<{ count: number; tickets: number }>(
      `select count(*)::int as count, count(distinct subject_id)::int as tickets
       from audit_line where operation = 'day-end' and subject_kind = 'ticket'`,
    );
    assert.deepEqual(lines, { count: 10, tickets: 10 });
  });
});
