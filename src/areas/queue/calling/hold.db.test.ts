import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { parseDay } from '#platform/values/day.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { closeServiceDay } from '../line/close-day.ts';
import { queueProcedures } from '../procedures.ts';

const NINE = '2026-11-24T09:00:00+08:00';

describe('a number on hold', () => {
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
    await sitDown(mall, officer);
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const issue = (priority = false) =>
    mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru', priority });
  const minutesLater = (minutes: number) =>
    mall.setClock(new Date(Date.parse(NINE) + minutes * 60_000).toISOString());
  const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
  async function callNext() {
    const { called } = await desk().callNext({});
    return called!;
  }

  it('leaves the counter free, and stands in the list of the agency with its time', async () => {
    const { token } = await issue();
    await issue();
    const { ticketId, code: number } = await callNext();
    const { heldUntil } = await desk().hold({ ticketId });
    assert.equal(Math.round((Date.parse(heldUntil) - Date.parse(NINE)) / 60_000), 15);
    const seen = await desk(neighbour).getDesk();
    assert.deepEqual(
      seen.held.map((ticket) => [ticket.code, ticket.state, ticket.heldUntil, ticket.holds]),
      [[number, 'held', heldUntil, 1]],
    );
    assert.equal((await desk().getDesk()).current, null);
    assert.equal((await callNext()).code, 'A-002');
    const mine = await desk().getTicket({ token });
    assert.deepEqual([mine.state, mine.heldUntil, mine.ahead], ['held', heldUntil, null]);
  });

  it('comes back in time to its old place, behind whoever was called meanwhile', async () => {
    await issue();
    const { ticketId } = await callNext();
    await desk().hold({ ticketId });
    await issue();
    await issue();
    assert.equal((await callNext()).code, 'A-002');
    await minutesLater(14);
    assert.deepEqual(await desk(neighbour).returnHeld({ ticketId }), { inTime: true });
    assert.deepEqual(
      (await desk().getDesk()).waiting.map((ticket) => ticket.code),
      ['A-001', 'A-003'],
    );
    const kinds = await mall.sql<{ kind: string }>(
      'select kind from stop_interval where stop_id = $1 order by seq',
      [ticketId],
    );
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['waiting', 'called', 'held', 'waiting'],
    );
  });

  it('is called anew after it, while its wait stays what it was at the first call', async () => {
    await issue();
    await minutesLater(5);
    const { ticketId } = await callNext();
    await desk().hold({ ticketId });
    await minutesLater(12);
    await desk().returnHeld({ ticketId });
    await minutesLater(13);
    assert.equal((await callNext()).ticketId, ticketId);
    const { current } = await desk().getDesk();
    const minutes = (at: string | null) => Math.round((Date.parse(at!) - Date.parse(NINE)) / 60_000);
    assert.deepEqual([minutes(current!.firstCalledAt), minutes(current!.calledAt)], [5, 13]);
  });

  it('comes back late to the end of the line, where a priority visitor keeps that head start', async () => {
    await issue(true);
    const { ticketId } = await callNext();
    await desk().hold({ ticketId });
    await minutesLater(16);
    await issue();
    await minutesLater(40);
    assert.deepEqual(await desk().returnHeld({ ticketId }), { inTime: false });
    const [waits, back] = (await desk().getDesk()).waiting;
    assert.deepEqual([waits!.code, back!.code, back!.headStartMinutes], ['A-002', 'A-001', 20]);
  });

  it('can be held out of a service too, and goes on where it was called again', async () => {
    await issue();
    const { ticketId } = await callNext();
    await desk().startServing({ ticketId });
    await desk().hold({ ticketId });
    await desk().returnHeld({ ticketId });
    assert.equal((await callNext()).ticketId, ticketId);
    await desk().startServing({ ticketId });
    await desk().finish({ ticketId, outcome: 'finished' });
  });

  it('is held twice and no third time', async () => {
    await issue();
    for (let holds = 1; holds <= 2; holds += 1) {
      const { ticketId } = await callNext();
      await desk().hold({ ticketId });
      await desk().returnHeld({ ticketId });
    }
    const { ticketId } = await callNext();
    await assert.rejects(desk().hold({ ticketId }), code('HOLD_LIMIT'));
    assert.equal((await desk().getDesk()).current?.state, 'called');
  });

  it('is nobody else’s business, and is not taken back twice', async () => {
    await issue();
    const { ticketId } = await callNext();
    await assert.rejects(desk(stranger).hold({ ticketId }), code('OTHER_AGENCY'));
    await assert.rejects(desk(neighbour).hold({ ticketId }), code('OTHER_COUNTER'));
    await assert.rejects(desk().returnHeld({ ticketId }), code('NOT_HELD'));
    await desk().hold({ ticketId });
    await assert.rejects(desk(stranger).returnHeld({ ticketId }), code('OTHER_AGENCY'));
    const both = await Promise.allSettled([
      desk().returnHeld({ ticketId }),
      desk(neighbour).returnHeld({ ticketId }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const [row] = await mall.sql<{ open: number }>(
      'select count(*)::int as open from stop_interval where stop_id = $1 and ended_at is null',
      [ticketId],
    );
    assert.equal(row!.open, 1);
  });

  it('that nobody came back for has not appeared when the day is closed', async () => {
    await issue();
    const { ticketId } = await callNext();
    await desk().hold({ ticketId });
    await minutesLater(24 * 60);
    await assert.rejects(desk().returnHeld({ ticketId }), code('TICKET_EXPIRED'));
    await mall.within((tx) => closeServiceDay(tx, mall.mallId, parseDay('2026-11-25')!));
    const [stop] = await mall.sql('select state, outcome, held_until from stop where id = $1', [ticketId]);
    assert.deepEqual(stop, { state: 'done', outcome: 'absent', held_until: null });
  });
});
