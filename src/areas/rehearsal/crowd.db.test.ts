import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { createAccountSecrets } from '#platform/random/account-secrets.ts';
import { createSignedTokens } from '#platform/random/signed-tokens.ts';
import { balanganDemand } from '#scenarios/balangan/demand.ts';
import { makeCrowdClients } from '#scenarios/demo-crowd.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import type { Crowd } from './contract.ts';
import { openCrowd, startCrowd, type CrowdClient, type CrowdOptions } from './crowd.ts';
import { setCrowd } from './public.ts';
import { lineMax } from './rules/crowd-plan.ts';

const TICK_MS = 1000;

describe('the simulated crowd', () => {
  let mall: TestMall;
  let clock: number;
  before(async () => (mall = await withTestMall({ schedule: 'demo' })));
  after(() => mall.stop());
  beforeEach(() => {
    clock = Date.UTC(2026, 10, 24, 1);
  });
  afterEach(async () => {
    await mall.sql('truncate visit, queue_series, capacity_ledger, counter_session cascade');
  });

  const ground = {
    tokens: createSignedTokens('test'),
    accountSecrets: createAccountSecrets('test'),
    onCommitted: () => {},
  };
  const options = () => ({
    pool: mall.pool,
    mallId: mall.mallId,
    demand: balanganDemand,
    clientFor: makeCrowdClients({ pool: mall.pool, ...ground }),
    log: { warn: () => {} },
  });
  const set = (crowd: Partial<Crowd>) =>
    mall.within((tx) =>
      setCrowd(tx, mall.mallId, { mode: 'running', speed: 60, visitorsPerHour: 60, ...crowd }),
    );
  /** Lets the crowd and the database's clock go on together. */
  async function run(crowd: Awaited<ReturnType<typeof openCrowd>>, ticks: number): Promise<void> {
    for (let n = 0; n < ticks; n += 1) {
      clock += TICK_MS;
      await mall.setClock(new Date(clock).toISOString());
      await crowd.tick(TICK_MS);
    }
  }
  /** At most `ticksMax`: a crowd that never gets there makes the assertion after it fail. */
  async function runUntil(
    crowd: Awaited<ReturnType<typeof openCrowd>>,
    reached: () => Promise<boolean>,
    ticksMax: number,
  ): Promise<void> {
    for (let n = 0; n < ticksMax && !(await reached()); n += 10) await run(crowd, 10);
  }
  async function count(where: string): Promise<number> {
    const [row] = await mall.sql<{ count: number }>(`select count(*)::int as count from stop where ${where}`);
    return row!.count;
  }

  it('comes, waits a little, is served, and says how it was; all of it marked as simulated', async () => {
    await set({});
    await run(await openCrowd(options()), 150);
    assert.equal(await count('not simulated'), 0);
    const issued = await count('true');
    // 60 an hour, twice that at the morning's peak, for the two hours and a half that 150 seconds are here.
    assert.ok(issued > 100 && issued < 400, String(issued));
    assert.ok((await count(`outcome in ('finished', 'in-process', 'consultation')`)) > issued / 2);
    assert.ok((await count(`outcome = 'absent'`)) > 0);
    assert.ok((await count(`outcome = 'refused' and outcome_reason <> ''`)) > 0);
    const [ratings] = await mall.sql<{ count: number }>('select count(*)::int as count from rating');
    assert.ok(ratings!.count > issued / 10, String(ratings!.count));
    const lines = await mall.sql<{ waiting: number; counters: number }>(
      `select (select count(*)::int from stop s where s.agency_id = a.id and s.state = 'waiting') as waiting,
         (select count(*)::int from counter c join booth b on b.id = c.booth_id where b.agency_id = a.id) as counters
       from agency a`,
    );
    for (const { waiting, counters } of lines) assert.ok(waiting <= lineMax(counters), String(waiting));
    const [staffed] = await mall.sql<{ count: number }>(
      `select count(distinct b.agency_id)::int as count from counter_session o
         join counter c on c.id = o.counter_id join booth b on b.id = c.booth_id where o.closed_at is null`,
    );
    assert.equal(staffed!.count, 18);
  });

  it('stands still while paused', async () => {
    const crowd = await openCrowd(options());
    await set({});
    await run(crowd, 30);
    await set({ mode: 'paused' });
    const before = await mall.sql('select id, state, call_count from stop order by id');
    assert.ok(before.length > 0);
    await run(crowd, 30);
    assert.deepEqual(await mall.sql('select id, state, call_count from stop order by id'), before);
  });

  it('once switched off sends nobody more, serves its own who wait, and leaves every counter', async () => {
    const crowd = await openCrowd(options());
    await set({});
    await run(crowd, 30);
    await set({ mode: 'off' });
    const issued = await count('true');
    const seats = () => mall.sql('select id from counter_session where closed_at is null');
    await runUntil(crowd, async () => (await seats()).length === 0, 300);
    assert.equal(await count('true'), issued);
    assert.equal(await count(`state <> 'done'`), 0);
    assert.deepEqual(await seats(), []);
  });

  it('goes on where it was when it starts again', async () => {
    await set({});
    await run(await openCrowd(options()), 40);
    const underWay = await mall.sql<{ id: string }>(
      `select id from stop where state in ('called', 'serving')`,
    );
    assert.ok(underWay.length > 0);
    const ids = underWay.map(({ id }) => `'${id}'`).join(', ');
    const open = () => count(`id in (${ids}) and state <> 'done'`);
    await runUntil(await openCrowd(options()), async () => (await open()) === 0, 120);
    assert.equal(await open(), 0);
    const [staff] = await mall.sql('select count(*)::int as count from staff_member where simulated');
    assert.deepEqual(staff, { count: 27 });
  });

  it('makes way for a person at a counter, and leaves that counter and its visitor alone', async () => {
    const crowd = await openCrowd(options());
    await set({});
    await run(crowd, 30);
    const officer = await mall.staff('officer', 'bri', { name: 'Dewi Aprilia' });
    const desk = mall.as(queueProcedures, officer);
    const [seat] = (await desk.getDesk()).counters;
    assert.equal(seat!.takenBySimulation, true);
    await desk.openCounter({ counterId: seat!.id });
    const before = (await desk.getDesk()).current;
    await run(crowd, 60);
    const after = await desk.getDesk();
    assert.equal(after.counters[0]!.takenBy, 'Dewi Aprilia');
    assert.deepEqual([after.current?.id, after.current?.state], [before?.id, before?.state]);
    // Who comes when is left to chance: for the person's line somebody comes in the end, and never too many.
    await runUntil(crowd, async () => (await desk.getDesk()).waitingCount > 0, 600);
    const { waitingCount } = await desk.getDesk();
    assert.ok(waitingCount > 0 && waitingCount <= lineMax(1), String(waitingCount));
  });

  it('never marks a real visitor absent, nor rates for one', async () => {
    const crowd = await openCrowd(options());
    await set({ visitorsPerHour: 1 });
    const kiosk = mall.as(queueProcedures, mall.kiosk());
    await mall.setClock(new Date(clock).toISOString());
    for (let n = 0; n < 30; n += 1) await kiosk.issueTicket({ service: 'ktp-el-baru' });
    const served = () => count(`not simulated and state = 'done'`);
    await runUntil(crowd, async () => (await served()) === 30, 300);
    assert.equal(await served(), 30);
    assert.equal(await count(`not simulated and outcome = 'absent'`), 0);
    const rated = await mall.sql(
      'select 1 from rating r join stop s on s.id = r.stop_id where not s.simulated',
    );
    assert.deepEqual(rated, []);
  });

  it('runs by itself, survives a database that is away, and stops at once', async () => {
    await set({});
    const warnings: string[] = [];
    const log = { warn: (_facts: object, message: string) => void warnings.push(message) };
    const running = await startCrowd({ ...options(), log });
    const someoneComes = async () => {
      const issued = await count('true');
      for (let n = 0; n < 100 && (await count('true')) === issued; n += 1) await pause(100);
      assert.ok((await count('true')) > issued);
    };
    try {
      await someoneComes();
      const connect = mock.method(mall.pool, 'connect', async () => {
        throw new Error('connect ECONNREFUSED');
      });
      for (let n = 0; n < 50 && warnings.length === 0; n += 1) await pause(100);
      connect.mock.restore();
      assert.deepEqual(warnings, ['simulated crowd']);
      await someoneComes();
    } finally {
      const stoppedAt = performance.now();
      await running.stop();
      assert.ok(performance.now() - stoppedAt < 1500);
    }
  });

  it('acts once although two processes would let it', async () => {
    await set({});
    const log = { warn: (_facts: object, message: string) => assert.fail(message) };
    const asked: string[] = [];
    const noted = (name: string): CrowdOptions => ({
      ...options(),
      log,
      clientFor: (actor) =>
        new Proxy(options().clientFor(actor), {
          get(client, area: keyof CrowdClient) {
            asked.push(name);
            return client[area];
          },
        }),
    });
    const [first, second] = [await startCrowd(noted('first')), await startCrowd(noted('second'))];
    try {
      await pause(3000);
      assert.equal(new Set(asked).size, 1, 'one acts');
      await (asked[0] === 'first' ? first : second).stop();
      const took = asked[0] === 'first' ? 'second' : 'first';
      for (let n = 0; n < 50 && !asked.includes(took); n += 1) await pause(100);
      assert.ok(asked.includes(took), 'the other goes on');
    } finally {
      await Promise.all([first.stop(), second.stop()]);
    }
  });
});
