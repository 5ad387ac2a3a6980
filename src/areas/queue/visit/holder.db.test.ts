import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

const NINE = '2026-11-24T09:00:00+08:00';
const SERVICE = 'ktp-el-baru';

describe('the holder of a number', () => {
  let mall: TestMall;
  let officer: StaffActor;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: NINE });
    officer = await mall.staff('officer', 'disdukcapil');
  });
  beforeEach(async () => {
    await mall.setClock(NINE);
    await mall.sql(
      `truncate rating, stop_interval, stop, visit, queue_series, capacity_ledger, counter_session, event cascade`,
    );
    await sitDown(mall, officer);
  });
  after(() => mall.stop());

  const desk = () => mall.as(queueProcedures, officer);
  const phone = () => mall.as(queueProcedures, PUBLIC_ACTOR);
  const issue = () => mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: SERVICE });
  const minutesLater = (minutes: number) =>
    mall.setClock(new Date(Date.parse(NINE) + minutes * 60_000).toISOString());
  const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
  async function callNext() {
    const { called } = await desk().callNext({});
    return called!.ticketId;
  }
  async function taken(): Promise<number> {
    const [row] = await mall.sql<{ taken: number }>('select taken from capacity_ledger');
    return row!.taken;
  }

  it('gives it up while waiting: it ends as left, the others move up, and its place in the quota is free', async () => {
    const first = await issue();
    const second = await issue();
    assert.equal(await taken(), 2);
    assert.deepEqual(await phone().cancelTicket({ token: first.token }), { state: 'done' });
    const gone = await phone().getTicket({ token: first.token });
    assert.deepEqual([gone.state, gone.outcome], ['done', 'left']);
    assert.equal((await phone().getTicket({ token: second.token })).ahead, 0);
    assert.equal(await taken(), 1);
    const open = await mall.sql('select from stop_interval where ended_at is null');
    assert.equal(open.length, 1, 'only the other one still waits');
  });

  it('leaves a quota of one to somebody else, with a number that nobody had before', async () => {
    const only = await issue();
    await mall.sql('update capacity_ledger set quota = 1');
    await assert.rejects(issue(), code('QUOTA_FULL'));
    await phone().cancelTicket({ token: only.token });
    assert.equal((await issue()).code, 'A-002');
    await assert.rejects(issue(), code('QUOTA_FULL'));
  });

  it('gives it up when called, and the counter is free at once; desk, board and phone hear of it', async () => {
    const { token } = await issue();
    await issue();
    await callNext();
    await mall.sql('delete from event');
    await phone().cancelTicket({ token });
    const [event] = await mall.sql<{ kind: string; topics: string[] }>('select kind, topics from event');
    assert.equal(event!.kind, 'cancelled');
    for (const kind of ['zone:', 'agency:', 'ticket:', 'mall:'])
      assert.ok(
        event!.topics.some((topic) => topic.startsWith(kind)),
        `${kind} is told`,
      );
    assert.equal((await desk().getDesk()).current, null);
    await callNext();
    assert.equal((await desk().getDesk()).current?.code, 'A-002');
  });

  it('cannot give up what is being served, nor what is over, nor twice', async () => {
    const { token } = await issue();
    const ticketId = await callNext();
    await desk().startServing({ ticketId });
    await assert.rejects(phone().cancelTicket({ token }), code('BEING_SERVED'));
    await desk().finish({ ticketId, outcome: 'finished' });
    await assert.rejects(phone().cancelTicket({ token }), code('ALREADY_DONE'));
    assert.equal(await taken(), 1);

    const other = await issue();
    const both = await Promise.allSettled([
      phone().cancelTicket({ token: other.token }),
      phone().cancelTicket({ token: other.token }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal(await taken(), 1, 'the quota got one place back, not two');
  });

  it('who was served and fetches something keeps the place in the quota when giving up', async () => {
    const { token } = await issue();
    const ticketId = await callNext();
    await desk().startServing({ ticketId });
    await desk().hold({ ticketId });
    await phone().cancelTicket({ token });
    assert.equal(await taken(), 1);
  });

  it('gives up without harm to an officer who presses start at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { token } = await issue();
      const ticketId = await callNext();
      const [gaveUp, started] = await Promise.allSettled([
        phone().cancelTicket({ token }),
        desk().startServing({ ticketId }),
      ]);
      assert.notEqual(gaveUp.status, started.status, 'one of the two happened');
      if (started.status === 'fulfilled') await desk().finish({ ticketId, outcome: 'finished' });
    }
    const [wrong] = await mall.sql<{ count: number }>(
      `select count(*)::int as count from stop s where (select count(*) from stop_interval i
         where i.stop_id = s.id and i.ended_at is null) <> 0 or s.state <> 'done'`,
    );
    assert.equal(wrong!.count, 0);
  });

  it('says to be there: in time at the old place, behind whoever was called meanwhile', async () => {
    const { token } = await issue();
    const ticketId = await callNext();
    await desk().hold({ ticketId });
    await issue();
    await issue();
    await callNext();
    await minutesLater(14);
    assert.deepEqual(await phone().returnByHolder({ token }), { inTime: true });
    assert.deepEqual(
      (await desk().getDesk()).waiting.map((ticket) => ticket.code),
      ['A-001', 'A-003'],
    );
  });

  it('says to be there too late: waits from then on, as one who has just come', async () => {
    const { token } = await issue();
    const ticketId = await callNext();
    await desk().hold({ ticketId });
    await minutesLater(16);
    await issue();
    await minutesLater(17);
    assert.deepEqual(await phone().returnByHolder({ token }), { inTime: false });
    assert.deepEqual(
      (await desk().getDesk()).waiting.map((ticket) => ticket.code),
      ['A-002', 'A-001'],
    );
  });

  it('says so once, also when the officer says it at the same moment, and only while on hold', async () => {
    const { token } = await issue();
    await assert.rejects(phone().returnByHolder({ token }), code('NOT_HELD'));
    const ticketId = await callNext();
    await desk().hold({ ticketId });
    const both = await Promise.allSettled([
      phone().returnByHolder({ token }),
      desk().returnHeld({ ticketId }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const [row] = await mall.sql<{ count: number }>(
      `select count(*)::int as count from stop_interval where kind = 'waiting' and stop_id = $1`,
      [ticketId],
    );
    assert.equal(row!.count, 2);
  });

  it('is known by the secret address alone, and only on the ticket’s own day', async () => {
    const { token } = await issue();
    for (const wrong of ['', 'A-001', token.toUpperCase(), `${token.slice(0, -1)}_`, "' or true --"])
      for (const act of ['cancelTicket', 'returnByHolder'] as const)
        await assert.rejects(phone()[act]({ token: wrong }), code('TICKET_UNKNOWN'), wrong);
    await minutesLater(24 * 60);
    await assert.rejects(phone().cancelTicket({ token }), code('TICKET_EXPIRED'));
  });

  it('leaves a line on the trail of the mall and the agency, without a name', async () => {
    const { token } = await issue();
    await phone().cancelTicket({ token });
    const [line] = await mall.sql(
      `select actor_kind, actor_id, mall_id, agency_id, facts from audit_line where operation = 'cancelTicket'`,
    );
    assert.deepEqual(line, {
      actor_kind: 'public',
      actor_id: 'public',
      mall_id: mall.mallId,
      agency_id: officer.agencyId,
      facts: { code: 'A-001', counter: null, outcome: 'left' },
    });
  });
});
