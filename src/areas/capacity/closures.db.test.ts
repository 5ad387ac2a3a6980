import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { issueFor } from '#scenarios/testing/issue-for.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { isRefusal } from '#platform/values/refusal.ts';
import { capacityProcedures } from './procedures.ts';
import { checkBooth, mapNotices, tellClosureTurn } from './public.ts';

const ZONE = 'Asia/Makassar';
const NINE = '2026-11-24T09:00+08:00';
const NOON = '2026-11-24T04:00:00.000Z';

describe('closing a booth', () => {
  let mall: TestMall;
  let manager: StaffActor;
  let head: StaffActor;
  let agencyId: string;
  before(async () => {
    mall = await withTestMall({ at: NINE });
    manager = await mall.staff('manager');
    head = await mall.staff('agency-head', 'samsat');
    agencyId = head.agencyId!;
  });
  after(() => mall.stop());
  beforeEach(async () => {
    await mall.sql('delete from booth_closure');
    await mall.sql('delete from stop_interval');
    await mall.sql('delete from stop');
    await mall.setClock(NINE);
  });

  const as = (staff: StaffActor) => mall.as(capacityProcedures, staff);
  const close = (
    staff: StaffActor,
    facts: Partial<Parameters<ReturnType<typeof as>['closeBooth']>[0]> = {},
  ) =>
    as(staff).closeBooth({
      agencyId,
      reason: 'Jaringan STNK diperbaiki',
      from: null,
      until: NOON,
      knownWaiting: 0,
      ...facts,
    });
  const wait = () => issueFor(mall, 'pajak-kendaraan-tahunan');
  const ask = async () => {
    const place = { id: mall.mallId, timeZone: ZONE };
    const request = { serviceSlug: 'pajak-kendaraan-tahunan', purpose: 'walk-in' } as const;
    return (await mall.within((tx) => checkBooth(tx, place, request))).may;
  };
  const lastEvent = async () =>
    (
      await mall.sql<{ kind: string; topics: string[] }>(
        "select kind, topics from event where kind <> 'booth-notice' order by number desc limit 1",
      )
    )[0]!;

  it('by the manager shuts the door at once with its reason, and it opens by itself at the end', async () => {
    assert.deepEqual(await close(manager).then(({ state, told }) => ({ state, told })), {
      state: 'approved',
      told: 0,
    });
    const shut = await ask();
    assert.ok(isRefusal(shut) && shut.refused === 'BOOTH_CLOSED');
    assert.equal(shut.facts['reason'], 'Jaringan STNK diperbaiki');
    assert.equal(shut.facts['opensAt'], Date.parse(NOON));
    await mall.setClock('2026-11-24T12:00+08:00');
    assert.ok(!isRefusal(await ask()));
  });

  it('asked by the agency shuts nothing until the manager approves it', async () => {
    await wait();
    const { closureId, state } = await close(head);
    assert.equal(state, 'asked');
    assert.ok(!isRefusal(await ask()));
    const { closures } = await as(manager).listClosures();
    assert.deepEqual(
      closures.map((closure) => [closure.agencyShortName, closure.state, closure.askedBy, closure.running]),
      [['UPPD Samsat', 'asked', head.name, false]],
    );
    const approve = (knownWaiting: number) =>
      as(manager).decideClosure({ closureId, approve: true, knownWaiting });
    await assert.rejects(approve(0), { code: 'PEOPLE_WAITING' });
    assert.deepEqual(await approve(1), { state: 'approved', told: 1 });
    assert.ok(isRefusal(await ask()));
  });

  it('rejected leaves the booth open, and is decided once', async () => {
    const { closureId } = await close(head);
    const decide = (approve: boolean) => as(manager).decideClosure({ closureId, approve, knownWaiting: 0 });
    assert.equal((await decide(false)).state, 'rejected');
    await assert.rejects(decide(true), { code: 'CLOSURE_DECIDED' });
    assert.ok(!isRefusal(await ask()));
  });

  it('is refused while more people wait than were known, and tells all of them when they are', async () => {
    const stops = [await wait(), await wait()];
    await assert.rejects(close(manager), {
      code: 'PEOPLE_WAITING',
      data: { agency: 'UPPD Samsat', waiting: 2 },
    });
    await assert.rejects(close(manager, { knownWaiting: 1 }), { code: 'PEOPLE_WAITING' });
    assert.ok(!isRefusal(await ask()));
    assert.equal((await close(manager, { knownWaiting: 2 })).told, 2);
    const { kind, topics } = await lastEvent();
    assert.equal(kind, 'closure');
    for (const stop of stops) assert.ok(topics.includes(`ticket:${stop}`), topics.join());
    assert.deepEqual(topics.map((topic) => topic.slice(0, topic.indexOf(':'))).toSorted(), [
      'agency',
      'mall',
      'ticket',
      'ticket',
      'zone',
    ]);
    const running = await mall.within((tx) => mapNotices(tx, { id: mall.mallId, timeZone: ZONE }));
    assert.deepEqual(running.get(agencyId)?.closure, { reason: 'Jaringan STNK diperbaiki', until: NOON });
  });

  it('announced for later needs no look at today’s line, and turns the screens at both ends', async () => {
    await wait();
    const { closureId, told } = await close(manager, {
      from: '2026-11-24T11:00:00+08:00',
      until: '2026-11-24T11:30:00+08:00',
    });
    assert.equal(told, 0);
    const jobs = await mall.sql<{ run_at: Date }>(
      `select run_at from graphile_worker.jobs where key like $1 order by run_at`,
      [`closure-turn:${closureId}:%`],
    );
    assert.deepEqual(
      jobs.map((job) => job.run_at.toISOString()),
      ['2026-11-24T03:00:00.000Z', '2026-11-24T03:30:00.000Z'],
    );
    await mall.within((tx) => tellClosureTurn(tx, { id: mall.mallId, timeZone: ZONE }, closureId));
    const { kind, topics } = await lastEvent();
    assert.equal(kind, 'closure-turned');
    assert.equal(topics.filter((topic) => topic.startsWith('ticket:')).length, 1);
  });

  it('is told aloud where somebody waits, when it begins and when the line goes on, and not after hours', async () => {
    const notices = async () => {
      const rows = await mall.sql<{ payload: Record<string, unknown> }>(
        "select payload from event where kind = 'booth-notice' order by number",
      );
      await mall.sql("delete from event where kind = 'booth-notice'");
      return rows.map(({ payload }) => payload);
    };
    const mallPlace = { id: mall.mallId, timeZone: ZONE };
    const turn = (id: string) => mall.within((tx) => tellClosureTurn(tx, mallPlace, id));
    await notices();
    await close(manager);
    assert.deepEqual(await notices(), [], 'nobody waits');
    await mall.sql('delete from booth_closure');
    await wait();
    const { closureId } = await close(manager, { knownWaiting: 1 });
    const told = { series: 'U', agency: 'UPPD Samsat' };
    assert.deepEqual(await notices(), [{ ...told, notice: 'stopped', clock: '12:00' }]);
    await mall.setClock('2026-11-24T12:00+08:00');
    await turn(closureId);
    assert.deepEqual(await notices(), [{ ...told, notice: 'resumed', clock: null }]);
    await mall.sql('delete from booth_closure');
    const open = await close(manager, { knownWaiting: 1, until: null });
    assert.deepEqual(await notices(), [{ ...told, notice: 'stopped', clock: null }]);
    await as(manager).liftClosure({ closureId: open.closureId });
    assert.deepEqual(await notices(), [{ ...told, notice: 'resumed', clock: null }]);
    const later = await close(manager, { from: '2026-11-24T13:00:00+08:00', until: null });
    assert.deepEqual(await notices(), [], 'it has not begun');
    await mall.setClock('2026-11-24T13:00+08:00');
    await turn(later.closureId);
    assert.deepEqual((await notices()).length, 1);
    await as(manager).liftClosure({ closureId: later.closureId });
    await notices();
    const late = await close(manager, { knownWaiting: 1, until: '2026-11-24T15:30:00+08:00' });
    assert.deepEqual((await notices()).length, 1);
    await mall.setClock('2026-11-24T15:31+08:00');
    await turn(late.closureId);
    assert.deepEqual(await notices(), [], 'the day is over');
  });

  it('until further notice ends when the manager lifts it, and not before', async () => {
    const { closureId } = await close(manager, { until: null });
    await mall.setClock('2026-11-25T09:00+08:00');
    const shut = await ask();
    assert.ok(isRefusal(shut) && shut.facts['opensAt'] === undefined);
    assert.equal((await as(manager).liftClosure({ closureId })).state, 'lifted');
    assert.ok(!isRefusal(await ask()));
    await assert.rejects(as(manager).liftClosure({ closureId }), { code: 'CLOSURE_DECIDED' });
  });

  it('is taken back by the agency only before the manager has approved it', async () => {
    const asked = await close(head);
    assert.equal((await as(head).liftClosure({ closureId: asked.closureId })).state, 'lifted');
    const held = await close(manager);
    await assert.rejects(as(head).liftClosure({ closureId: held.closureId }), { code: 'CLOSURE_DECIDED' });
  });

  it('concerns nobody of another agency', async () => {
    const other = await mall.staff('officer', 'disdukcapil');
    await assert.rejects(close(other), { code: 'OTHER_AGENCY' });
    const { closureId } = await close(head);
    await assert.rejects(as(other).liftClosure({ closureId }), { code: 'OTHER_AGENCY' });
    const { closures, booths } = await as(other).listClosures();
    assert.deepEqual([closures.length, booths.map((booth) => booth.agencyShortName)], [0, ['Disdukcapil']]);
  });

  it('at a time that makes no sense is refused', async () => {
    for (const span of [
      { from: '2026-11-24T12:00:00+08:00', until: '2026-11-24T12:00:00+08:00' },
      { from: '2026-11-23T09:00:00+08:00', until: null },
      { from: null, until: '2026-11-24T08:00:00+08:00' },
    ])
      await assert.rejects(close(manager, span), { code: 'CLOSURE_TIMES' });
  });

  it('by two managers at once happens once', async () => {
    const second = await mall.staff('manager');
    const results = await Promise.allSettled([close(manager), close(second), close(manager)]);
    const codes = results.map((result) =>
      result.status === 'fulfilled' ? 'closed' : (result.reason as { code: string }).code,
    );
    assert.deepEqual(codes.toSorted(), ['CLOSURE_OVERLAPS', 'CLOSURE_OVERLAPS', 'closed']);
    const { closureId } = await close(head, { from: '2026-11-25T09:00:00+08:00', until: null });
    const decide = (staff: StaffActor) =>
      as(staff).decideClosure({ closureId, approve: true, knownWaiting: 0 });
    const decided = await Promise.allSettled([decide(manager), decide(second)]);
    assert.deepEqual(decided.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  });

  it('leaves on the trail who closed which booth, why and how many waited', async () => {
    await wait();
    await close(manager, { knownWaiting: 3 });
    const [line] = await mall.sql<{ actor_id: string; facts: Record<string, unknown> }>(
      `select actor_id, facts from audit_line where operation = 'closeBooth' order by id desc limit 1`,
    );
    const { from, ...facts } = line!.facts;
    assert.equal(line!.actor_id, manager.id);
    assert.match(String(from), /^2026-11-24T01:00/);
    assert.deepEqual(facts, {
      agency: 'UPPD Samsat',
      reason: 'Jaringan STNK diperbaiki',
      until: NOON,
      waiting: 1,
    });
  });
});
