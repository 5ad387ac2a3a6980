import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { boardsProcedures } from '#areas/boards/procedures.ts';
import { reportsProcedures } from '#areas/reports/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

const NINE = '2026-11-24T09:00:00+08:00';

describe('a call', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let neighbour: StaffActor;
  let stranger: StaffActor;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: NINE });
    officer = await mall.staff('officer', 'disdukcapil');
    neighbour = await mall.staff('officer', 'disdukcapil', { name: 'Tetangga' });
    stranger = await mall.staff('officer', 'samsat');
  });
  beforeEach(async () => {
    await mall.setClock(NINE);
    await mall.sql(`truncate rating, stop_interval, stop, visit, queue_series, counter_session cascade`);
    await mall.sql('update mall set recalls_max = 2');
    await sitDown(mall, officer);
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const issue = (priority = false) =>
    mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru', priority });
  const secondsLater = (seconds: number) =>
    mall.setClock(new Date(Date.parse(NINE) + seconds * 1000).toISOString());
  const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
  async function callNext() {
    const { called } = await desk().callNext({});
    return called!;
  }
  const placeOf = async (ticketId: string) =>
    (
      await mall.sql(
        'select state, reference_at, head_start_minutes, order_key, call_count, counter_id from stop where id = $1',
        [ticketId],
      )
    )[0];
  const kindsOf = async (ticketId: string) =>
    (
      await mall.sql<{ kind: string }>('select kind from stop_interval where stop_id = $1 order by seq', [
        ticketId,
      ])
    ).map(({ kind }) => kind);

  it('that was a slip is taken back: the person waits at the same place, as if never called', async () => {
    const { token } = await issue(true);
    await secondsLater(60);
    await issue();
    const before = await mall.sql<{ id: string }>('select id from stop where token = $1', [token]);
    const place = await placeOf(before[0]!.id);
    const { ticketId } = await callNext();
    await secondsLater(85);
    await desk().recall({ ticketId });
    assert.deepEqual(await desk().undoCall({ ticketId }), { state: 'waiting' });
    assert.deepEqual(await placeOf(ticketId), place);
    assert.equal((await desk().getDesk()).current, null);
    assert.equal((await desk().getDesk()).waiting[0]!.id, ticketId);
    const mine = await desk().getTicket({ token });
    assert.deepEqual([mine.state, mine.ahead, mine.calledAt, mine.callCount], ['waiting', 0, null, 0]);
  });

  it('that was taken back leaves the board, and the board is told', async () => {
    await issue();
    const { ticketId, code: number } = await callNext();
    const board = { ...mall.kiosk(), deviceKind: 'board' as const };
    const [zone] = await mall.sql<{ zone_id: string }>('select zone_id from booth where agency_id = $1', [
      officer.agencyId,
    ]);
    const shown = async () =>
      (await mall.as(boardsProcedures, { ...board, zoneId: zone!.zone_id }).getBoard({})).zones[0]!.calls.map(
        (call) => call.code,
      );
    assert.deepEqual(await shown(), [number]);
    await desk().undoCall({ ticketId });
    assert.deepEqual(await shown(), []);
    const [event] = await mall.sql<{ topics: string[]; payload: object }>(
      `select topics, payload from event where kind = 'undone' and topics @> array['ticket:' || $1]`,
      [ticketId],
    );
    assert.ok(event!.topics.includes(`zone:${zone!.zone_id}`));
    assert.deepEqual(event!.payload, { code: number });
  });

  it('that was taken back ends no wait: it is frozen at the next first call', async () => {
    await issue();
    await secondsLater(300);
    const { ticketId } = await callNext();
    await secondsLater(320);
    await desk().undoCall({ ticketId });
    await secondsLater(600);
    await callNext();
    assert.deepEqual(await kindsOf(ticketId), ['waiting', 'undone', 'waiting', 'called']);
    const { current } = await desk().getDesk();
    assert.equal(Math.round((Date.parse(current!.firstCalledAt!) - Date.parse(NINE)) / 1000), 600);
    const manager = await mall.staff('manager');
    const report = await mall.as(reportsProcedures, manager).getDayReport({ day: '2026-11-24' });
    assert.equal(Math.round(report.total.waitMinutes.mean!), 10);
  });

  it('can be taken back for thirty seconds, and not once the person is served', async () => {
    await issue();
    const { ticketId } = await callNext();
    await secondsLater(31);
    await assert.rejects(desk().undoCall({ ticketId }), code('UNDO_LATE'));
    await desk().startServing({ ticketId });
    await assert.rejects(desk().undoCall({ ticketId }), code('UNDO_LATE'));
    assert.deepEqual(await kindsOf(ticketId), ['waiting', 'called', 'serving']);
  });

  it('after a hold can be taken back too, and the wait stays that of the first call', async () => {
    await issue();
    const { ticketId } = await callNext();
    await desk().hold({ ticketId });
    await desk().returnHeld({ ticketId });
    await callNext();
    await desk().undoCall({ ticketId });
    assert.deepEqual(await kindsOf(ticketId), ['waiting', 'called', 'held', 'waiting', 'undone', 'waiting']);
  });

  it('is taken back by nobody but the officer who called, and once', async () => {
    await issue();
    const { ticketId } = await callNext();
    await assert.rejects(desk(stranger).undoCall({ ticketId }), code('OTHER_AGENCY'));
    await assert.rejects(desk(neighbour).undoCall({ ticketId }), code('OTHER_COUNTER'));
    await assert.rejects(desk().undoCall({ ticketId: crypto.randomUUID() }), code('TICKET_UNKNOWN'));
    const both = await Promise.allSettled([desk().undoCall({ ticketId }), desk().undoCall({ ticketId })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.deepEqual(await kindsOf(ticketId), ['waiting', 'undone', 'waiting']);
  });

  it('and its beginning of the service do not both win when they are pressed together', async () => {
    for (let round = 0; round < 5; round += 1) {
      await issue();
      const { ticketId } = await callNext();
      const both = await Promise.allSettled([
        desk().undoCall({ ticketId }),
        desk().startServing({ ticketId }),
      ]);
      assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const [open] = await mall.sql<{ count: number }>(
        'select count(*)::int as count from stop_interval where stop_id = $1 and ended_at is null',
        [ticketId],
      );
      assert.equal(open!.count, 1);
      const { current } = await desk().getDesk();
      if (current) await desk().finish({ ticketId, outcome: 'finished' });
      else await mall.sql(`update stop set state = 'done', outcome = 'left' where id = $1`, [ticketId]);
    }
  });

  it('is repeated as often as the mall allows, and then refused with how often it was', async () => {
    await issue();
    const { ticketId } = await callNext();
    assert.equal((await desk().getDesk()).recallsMax, 2);
    await desk().recall({ ticketId });
    assert.deepEqual(await desk().recall({ ticketId }), { callCount: 3 });
    await assert.rejects(desk().recall({ ticketId }), (error: { code?: string; data?: unknown }) => {
      assert.deepEqual([error.code, error.data], ['RECALL_LIMIT', { calls: 3 }]);
      return true;
    });
    await mall.sql('update mall set recalls_max = 3');
    const both = await Promise.allSettled([desk().recall({ ticketId }), desk().recall({ ticketId })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });
});
