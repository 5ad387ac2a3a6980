import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

describe('the visit of a number, for staff', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let first: string;
  let next: string;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: '2026-11-24T09:00:00+08:00' });
    officer = await mall.staff('officer', 'disdukcapil');
    const desk = as(officer);
    await sitDown(mall, officer);
    const { code } = await as(mall.kiosk()).issueTicket({ service: 'ktp-el-baru' });
    first = code;
    const { called } = await desk.callNext({});
    await desk.startServing({ ticketId: called!.ticketId });
    const [service] = await mall.sql<{ id: string }>(
      `select v.id from service v join agency a on a.id = v.agency_id where a.slug = 'dinsos' order by v.slug limit 1`,
    );
    ({ code: next } = await desk.transfer({
      ticketId: called!.ticketId,
      serviceId: service!.id,
      why: 'next-stop',
      outcome: 'finished',
    }));
  });
  after(() => mall.stop());

  const as = (actor: Parameters<TestMall['as']>[1]) => mall.as(queueProcedures, actor);

  it('is read whole by the manager, with who did what', async () => {
    const manager = await mall.staff('manager');
    const { stops, day } = await as(manager).findVisit({ code: next.toLowerCase() });
    assert.equal(day, '2026-11-24');
    assert.deepEqual(
      stops.map(({ code, state, outcome }) => [code, state, outcome]),
      [
        [first, 'done', 'finished'],
        [next, 'waiting', null],
      ],
    );
    assert.deepEqual(
      stops[0]!.events.map(({ kind, who }) => [kind, who]),
      [
        ['issued', null],
        ['called', officer.name],
        ['started', officer.name],
        ['led-on', officer.name],
      ],
    );
  });

  it('tells an agency the names of its own stops only', async () => {
    const other = await mall.staff('officer', 'dinsos');
    const { stops } = await as(other).findVisit({ code: next });
    assert.ok(stops[0]!.events.every(({ who }) => who === null));
    assert.deepEqual(
      stops[1]!.events.map(({ kind, who }) => [kind, who]),
      [['came-from', officer.name]],
    );
  });

  it('is not there for whom it never came to, on another day, or for no number at all', async () => {
    const stranger = as(await mall.staff('officer', 'samsat'));
    await assert.rejects(stranger.findVisit({ code: first }), { code: 'TICKET_UNKNOWN' });
    const own = as(officer);
    await assert.rejects(own.findVisit({ code: first, day: '2026-11-23' }), { code: 'TICKET_UNKNOWN' });
    await assert.rejects(own.findVisit({ code: 'A-0x1' }), { code: 'TICKET_UNKNOWN' });
  });
});
