import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

const NINE = '2026-11-24T09:00:00+08:00';

describe('an officer with two counters', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let colleague: StaffActor;
  let first: string;
  let second: string;
  let third: string;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: NINE });
    officer = await mall.staff('officer', 'disdukcapil');
    colleague = await mall.staff('officer', 'disdukcapil', { name: 'Rekan' });
    const { counters } = await desk().getDesk();
    [first, second, third] = counters.map(({ id }) => id) as [string, string, string];
  });
  beforeEach(async () => {
    await mall.setClock(NINE);
    await mall.sql(`truncate rating, stop_interval, stop, visit, queue_series, counter_session cascade`);
    await desk().openCounter({ counterId: first });
    await desk().openCounter({ counterId: second, second: true });
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const issue = () => mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru' });
  const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
  const openSeats = async () => {
    const rows = await mall.sql<{ counter_id: string; place: number }>(
      'select counter_id, place from counter_session where closed_at is null order by place',
    );
    return rows.map(({ counter_id: counterId, place }) => [counterId, place]);
  };

  it('calls at each by itself, one person at each', async () => {
    for (let person = 0; person < 3; person += 1) await issue();
    const one = await desk().callNext({ counterId: first });
    const two = await desk().callNext({ counterId: second });
    assert.deepEqual([one.called!.code, two.called!.code], ['A-001', 'A-002']);
    assert.notEqual(one.counterNumber, two.counterNumber);
    for (const counterId of [first, second])
      await assert.rejects(desk().callNext({ counterId }), code('COUNTER_BUSY'));
    await desk().startServing({ ticketId: two.called!.ticketId });
    const finishing = { ticketId: two.called!.ticketId, outcome: 'finished' } as const;
    assert.equal((await desk().callNext({ counterId: second, finishing })).called!.code, 'A-003');
    const seen = await desk().getDesk({ counterId: second });
    assert.deepEqual(
      [seen.counter!.id, seen.current!.code, seen.own.map((own) => own.code)],
      [second, 'A-003', ['A-001', 'A-003']],
    );
    assert.equal((await desk().getDesk()).counter!.id, first, 'unnamed, the first is meant');
  });

  it('rests, leaves and hands over at one while the other goes on', async () => {
    await issue();
    await desk().pauseCounter({ counterId: second, kind: 'other', minutes: 10 });
    await assert.rejects(desk().callNext({ counterId: second }), code('COUNTER_PAUSED'));
    assert.ok((await desk().callNext({ counterId: first })).called);
    await assert.rejects(desk().closeCounter({ counterId: first }), code('COUNTER_BUSY'));
    await desk().resumeCounter({ counterId: second });
    await desk().offerCounter({ counterId: first, offered: true });
    await desk(colleague).openCounter({ counterId: first });
    const seen = await desk().getDesk({ counterId: first });
    assert.equal(seen.counter!.id, second, 'what was handed over is not shown as the own any more');
    await assert.rejects(desk().closeCounter({ counterId: first }), code('NOT_AT_COUNTER'));
    await desk().closeCounter({ counterId: second });
    assert.equal((await desk().getDesk()).counter, null);
  });

  it('holds no third, neither beside the two nor instead of one', async () => {
    await assert.rejects(desk().openCounter({ counterId: third, second: true }), code('TWO_COUNTERS'));
    await assert.rejects(desk().openCounter({ counterId: third }), code('TWO_COUNTERS'));
    await desk().closeCounter({ counterId: first });
    await desk().openCounter({ counterId: third, second: true });
    assert.deepEqual(await openSeats(), [
      [third, 1],
      [second, 2],
    ]);
  });

  it('gets at most two, however many presses come together', async () => {
    await mall.sql('truncate counter_session cascade');
    await desk().openCounter({ counterId: first });
    const pressed = await Promise.allSettled([
      desk().openCounter({ counterId: second, second: true }),
      desk().openCounter({ counterId: third, second: true }),
    ]);
    assert.deepEqual(pressed.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await openSeats()).length, 2);
  });

  it('leaves the only one for another where it is not asked for beside it', async () => {
    await desk().closeCounter({ counterId: second });
    await desk().openCounter({ counterId: third });
    assert.deepEqual(await openSeats(), [[third, 1]]);
  });

  it('cannot act at a counter that is a colleague’s', async () => {
    await desk(colleague).openCounter({ counterId: third });
    for (const act of [
      () => desk().callNext({ counterId: third }),
      () => desk().pauseCounter({ counterId: third, kind: 'rest', minutes: 15 }),
      () => desk().offerCounter({ counterId: third, offered: true }),
      () => desk().closeCounter({ counterId: third }),
    ])
      await assert.rejects(act(), code('NOT_AT_COUNTER'));
  });
});
