import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

const NINE = '2026-11-24T09:00:00+08:00';
const REASON = 'Ibu hamil, pusing di ruang tunggu';

describe('a call out of turn', () => {
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
  const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
  async function issue(count: number) {
    for (let n = 0; n < count; n += 1)
      await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru' });
    return (await desk().getDesk()).waiting;
  }

  it('brings the chosen one, and the call and the trail say why and who was passed', async () => {
    const [, , third] = await issue(4);
    const called = await desk().callOutOfTurn({ ticketId: third!.id, reason: `  ${REASON} ` });
    assert.deepEqual([called.code, called.passedCount], ['A-003', 2]);
    assert.equal((await desk().getDesk()).current!.outOfTurn, REASON);
    const [line] = await mall.sql<{ facts: Record<string, unknown> }>(
      `select facts from audit_line where subject_id = $1 and operation like '%callOutOfTurn'`,
      [third!.id],
    );
    const { reason, passedCount, passed } = line!.facts;
    assert.deepEqual([reason, passedCount, passed], [REASON, 2, 'A-001, A-002']);
    const [stretch] = await mall.sql(
      `select out_of_turn from stop_interval where stop_id = $1 and kind = 'called'`,
      [third!.id],
    );
    assert.equal(stretch!['out_of_turn'], REASON);
  });

  it('leaves the others in their order, and the next call is one in turn', async () => {
    const [, second] = await issue(3);
    await desk().callOutOfTurn({ ticketId: second!.id, reason: REASON });
    await desk().markAbsent({ ticketId: second!.id });
    const { called } = await desk().callNext({});
    assert.equal(called!.code, 'A-001');
    assert.equal((await desk().getDesk()).current!.outOfTurn, null);
  });

  it('needs a reason of 3 to 200 characters', async () => {
    const [first] = await issue(1);
    for (const reason of ['', '  a  ', 'x'.repeat(201)])
      await assert.rejects(desk().callOutOfTurn({ ticketId: first!.id, reason }), code('BAD_REQUEST'));
    await desk().callOutOfTurn({ ticketId: first!.id, reason: 'x'.repeat(200) });
  });

  it('goes to a free counter of the own agency, for one who waits', async () => {
    const [first, second] = await issue(2);
    const ask = (ticketId: string, who?: StaffActor) => desk(who).callOutOfTurn({ ticketId, reason: REASON });
    await assert.rejects(ask(first!.id, neighbour), code('NOT_AT_COUNTER'));
    await sitDown(mall, stranger);
    await assert.rejects(ask(first!.id, stranger), code('OTHER_AGENCY'));
    await assert.rejects(ask(crypto.randomUUID()), code('TICKET_UNKNOWN'));
    await ask(first!.id);
    await assert.rejects(ask(second!.id), code('COUNTER_BUSY'));
    await sitDown(mall, neighbour);
    await assert.rejects(ask(first!.id, neighbour), code('NOT_WAITING'));
    await desk().hold({ ticketId: first!.id });
    await assert.rejects(ask(first!.id), code('NOT_WAITING'));
    await mall.setClock('2026-11-25T00:00:30+08:00');
    await assert.rejects(ask(second!.id), code('TICKET_EXPIRED'));
  });

  it('and a call in turn at the same moment take two people, or one of them is told that nobody waits', async () => {
    const [first] = await issue(1);
    await sitDown(mall, neighbour);
    const both = await Promise.allSettled([
      desk().callOutOfTurn({ ticketId: first!.id, reason: REASON }),
      desk(neighbour).callNext({}),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const [row] = await mall.sql<{ open: number }>(
      'select count(*)::int as open from stop_interval where stop_id = $1 and ended_at is null',
      [first!.id],
    );
    assert.equal(row!.open, 1);
  });

  it('that was a slip is taken back like any other', async () => {
    const [, second] = await issue(2);
    await desk().callOutOfTurn({ ticketId: second!.id, reason: REASON });
    await desk().undoCall({ ticketId: second!.id });
    const { waiting } = await desk().getDesk();
    assert.deepEqual(
      waiting.map((ticket) => ticket.code),
      ['A-001', 'A-002'],
    );
  });
});
