import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

describe('the history of a number', () => {
  let mall: TestMall;
  let officer: StaffActor;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: '2026-11-24T09:00:00+08:00' });
    officer = await mall.staff('officer', 'disdukcapil', { name: 'Rina Rahasia' });
    await sitDown(mall, officer);
  });
  after(() => mall.stop());

  const desk = () => mall.as(queueProcedures, officer);
  const phone = () => mall.as(queueProcedures, PUBLIC_ACTOR);

  it('tells its holder in order what happened, with counters and without an officer’s name', async () => {
    const { token } = await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru' });
    const call = async () => (await desk().callNext({})).called!.ticketId;
    await desk().undoCall({ ticketId: await call() });
    await mall.setClock('2026-11-24T09:05:00+08:00');
    const ticketId = await call();
    await desk().recall({ ticketId });
    const { heldUntil } = await desk().hold({ ticketId });
    await mall.setClock('2026-11-24T09:06:00+08:00');
    await mall.sql(
      `insert into booth_closure (mall_id, id, booth_id, starts_at, ends_at, reason, state)
       select $1, gen_random_uuid(), b.id, '2026-11-24T09:06:30+08:00', '2026-11-24T09:07:00+08:00', 'Listrik padam', 'approved'
       from booth b where b.agency_id = $2`,
      [mall.mallId, officer.agencyId],
    );
    await mall.setClock('2026-11-24T09:08:00+08:00');
    await phone().returnByHolder({ token });
    await call();
    await desk().startServing({ ticketId });
    await desk().finish({ ticketId, outcome: 'refused', reason: 'Foto buram' });
    const history = await phone().getTicketHistory({ token });
    assert.deepEqual(
      history.map(({ kind }) => kind),
      [
        'issued',
        'called',
        'undone',
        'called',
        'called-again',
        'held',
        'closed',
        'reopened',
        'returned',
        'called',
        'started',
        'ended',
      ],
    );
    assert.deepEqual([history[5]!.until, history[6]!.reason], [heldUntil, 'Listrik padam']);
    assert.ok(history[1]!.counterNumber! > 0);
    assert.equal(history.at(-1)!.outcome, 'refused');
    assert.doesNotMatch(JSON.stringify(history), /Rina/);
    assert.ok(!JSON.stringify(history).includes(officer.id));
  });

  it('is open to the secret address alone', async () => {
    await assert.rejects(
      phone().getTicketHistory({ token: 'A-001' }),
      (error: { code?: string }) => error.code === 'TICKET_UNKNOWN',
    );
  });
});
