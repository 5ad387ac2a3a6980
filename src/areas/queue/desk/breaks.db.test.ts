import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { mapZoneBoards } from '#areas/boards/public.ts';
import { getOverview } from '#areas/reports/overview.ts';
import { getMallPlaceById } from '#areas/malls/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

const NINE = '2026-11-24T09:00:00+08:00';
const REST = { kind: 'rest', minutes: 30 } as const;

describe('a break at the counter', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let neighbour: StaffActor;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: NINE });
    officer = await mall.staff('officer', 'disdukcapil');
    neighbour = await mall.staff('officer', 'disdukcapil', { name: 'Tetangga' });
  });
  beforeEach(async () => {
    await mall.setClock(NINE);
    await mall.sql(`truncate rating, stop_interval, stop, visit, queue_series, counter_session cascade`);
    await sitDown(mall, officer);
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const issue = () => mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru' });
  const clockAfter = (minutes: number) =>
    mall.setClock(new Date(Date.parse(NINE) + minutes * 60_000).toISOString());
  const minuteOf = (at: string | null) =>
    at === null ? null : Math.round((Date.parse(at) - Date.parse(NINE)) / 60_000);
  const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
  const line = async () => {
    const { queues } = await desk().listLiveQueues({});
    return queues.find(({ agencySlug }) => agencySlug === 'disdukcapil')!;
  };
  const board = async () => {
    const [booth] = await mall.sql<{ zone_id: string }>('select zone_id from booth where agency_id = $1', [
      officer.agencyId,
    ]);
    const boards = await mall.within((tx) => mapZoneBoards(tx, mall.mallId, [booth!.zone_id]));
    return boards.get(booth!.zone_id)!;
  };

  it('begins at once where nobody is there: the counter calls nobody, and the seat stays the officer’s', async () => {
    await issue();
    assert.deepEqual(await desk().pauseCounter(REST), { begins: 'now' });
    await assert.rejects(desk().callNext({}), code('COUNTER_PAUSED'));
    const { counter, counters, countersOpen } = await desk(neighbour).getDesk();
    assert.deepEqual([counter, countersOpen, counters[0]!.takenBy], [null, 0, officer.name]);
    const own = (await desk().getDesk()).counter!;
    assert.deepEqual([own.seat, own.pause!.kind], ['paused', 'rest']);
    assert.deepEqual([minuteOf(own.pause!.startedAt), minuteOf(own.pause!.until)], [0, 30]);
    await assert.rejects(desk(neighbour).openCounter({ counterId: own.id }), code('COUNTER_TAKEN'));
  });

  it('begins after the person who is there, whenever that is', async () => {
    await issue();
    await issue();
    const { called } = await desk().callNext({});
    await desk().startServing({ ticketId: called!.ticketId });
    await clockAfter(4);
    assert.deepEqual(await desk().pauseCounter(REST), { begins: 'after-this' });
    const waits = (await desk().getDesk()).counter!;
    assert.deepEqual([waits.seat, waits.pause!.startedAt, waits.pause!.until], ['last-one', null, null]);
    await clockAfter(11);
    const finishing = { ticketId: called!.ticketId, outcome: 'finished' } as const;
    assert.equal((await desk().callNext({ finishing })).called, null, 'the finish stands, nobody is called');
    const { counter, waiting } = await desk().getDesk();
    assert.deepEqual([counter!.seat, minuteOf(counter!.pause!.until)], ['paused', 41]);
    assert.equal(waiting.length, 1);
  });

  it('begins also where the last one was held or did not come', async () => {
    for (const end of ['hold', 'markAbsent'] as const) {
      await issue();
      const { called } = await desk().callNext({});
      await desk().pauseCounter({ kind: 'prayer', minutes: 15 });
      await desk()[end]({ ticketId: called!.ticketId });
      assert.equal((await desk().getDesk()).counter!.seat, 'paused');
      await desk().resumeCounter({});
    }
  });

  it('counts the counter out of the prediction until it is over', async () => {
    await sitDown(mall, neighbour);
    await issue();
    assert.deepEqual([(await line()).countersOpen, (await line()).countersPaused], [2, 0]);
    await desk().pauseCounter(REST);
    assert.deepEqual([(await line()).countersOpen, (await line()).countersPaused], [1, 1]);
    await desk(neighbour).pauseCounter({ kind: 'other', minutes: 30 });
    const given = await issue();
    assert.deepEqual([(await line()).countersOpen, (await line()).wait, given.wait], [0, null, null]);
    await desk().resumeCounter({});
    assert.ok((await line()).wait);
    assert.ok((await issue()).wait);
  });

  it('does not let the one who is still served there make the others wait longer on paper', async () => {
    await sitDown(mall, neighbour);
    await issue();
    await desk().callNext({});
    await desk().pauseCounter(REST);
    // The neighbour is free: whoever comes now is called at once.
    assert.equal((await issue()).wait!.p90Minutes, 0);
    assert.ok((await line()).wait!.p50Minutes > 0, 'but with one waiting already, the next one waits');
  });

  it('stands on the board of its zone and with the manager, with its end and without its reason', async () => {
    const overview = async () =>
      mall.within(async (tx) => getOverview(tx, await getMallPlaceById(tx, mall.mallId)));
    await desk().pauseCounter({ kind: 'prayer', minutes: 15 });
    const shown = (await board()).paused;
    assert.deepEqual(
      shown.map(({ agencyShortName, until }) => [agencyShortName, minuteOf(until)]),
      [['Disdukcapil', 15]],
    );
    assert.ok(!JSON.stringify(shown).includes('prayer'));
    const { paused, booths } = await overview();
    assert.equal(paused.length, 1);
    assert.equal(booths.find(({ agencySlug }) => agencySlug === 'disdukcapil')!.state, 'paused');
    await clockAfter(40);
    assert.equal((await board()).paused.length, 1, 'it is still on a break when the time has passed');
    await desk().resumeCounter({});
    assert.deepEqual((await board()).paused, []);
    const topics = await mall.sql<{ topics: string[] }>(
      `select topics from event where kind in ('counter-paused', 'counter-resumed') order by number desc limit 2`,
    );
    for (const told of topics) assert.ok(told.topics.some((topic) => topic.startsWith('zone:')));
  });

  it('is asked for once and ended once, however many presses come together', async () => {
    const asked = await Promise.allSettled([desk().pauseCounter(REST), desk().pauseCounter(REST)]);
    assert.deepEqual(asked.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await assert.rejects(desk().pauseCounter(REST), code('ALREADY_PAUSED'));
    const ended = await Promise.allSettled([desk().resumeCounter({}), desk().resumeCounter({})]);
    assert.deepEqual(ended.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await assert.rejects(desk().resumeCounter({}), code('NOT_PAUSED'));
    const [kept] = await mall.sql<{ all: number; open: number }>(
      'select count(*)::int as all, count(*) filter (where ended_at is null)::int as open from counter_break',
    );
    assert.deepEqual(kept, { all: 1, open: 0 });
  });

  it('ends with the seat, and is nobody’s who sits at no counter', async () => {
    await assert.rejects(desk(neighbour).pauseCounter(REST), code('NOT_AT_COUNTER'));
    await assert.rejects(desk(neighbour).resumeCounter({}), code('NOT_AT_COUNTER'));
    await desk().pauseCounter(REST);
    await clockAfter(20);
    await desk().closeCounter({});
    const [kept] = await mall.sql<{ minutes: number }>(
      'select round(extract(epoch from ended_at - asked_at) / 60)::int as minutes from counter_break',
    );
    assert.equal(kept!.minutes, 20);
    await desk(neighbour).openCounter({ counterId: (await desk().getDesk()).counters[0]!.id });
    assert.equal((await desk(neighbour).getDesk()).counter!.seat, 'ready', 'the next officer begins afresh');
  });

  it('takes back the wish before it began, and calls on', async () => {
    await issue();
    await issue();
    const { called } = await desk().callNext({});
    await desk().pauseCounter(REST);
    await desk().resumeCounter({});
    await desk().markAbsent({ ticketId: called!.ticketId });
    assert.equal((await desk().callNext({})).called!.code, 'A-002');
  });

  it('lasts between five and ninety minutes, for a reason that there is', async () => {
    for (const bad of [
      { kind: 'rest', minutes: 4 },
      { kind: 'rest', minutes: 91 },
      { kind: 'rest', minutes: 10.5 },
      { kind: 'lunch', minutes: 30 },
    ])
      await assert.rejects(desk().pauseCounter(bad as typeof REST), code('BAD_REQUEST'));
  });
});
