import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { serveVisitor, sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

const NINE = '2026-11-24T09:00:00+08:00';
const SERVICE = 'ktp-el-baru';

describe('an officer’s day in numbers', () => {
  let mall: TestMall;
  let officer: StaffActor;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: NINE });
    officer = await mall.staff('officer', 'disdukcapil');
    await sitDown(mall, officer);
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const minutesLater = (minutes: number) =>
    mall.setClock(new Date(Date.parse(NINE) + minutes * 60_000).toISOString());

  it('begins empty, and counts nobody who did not appear', async () => {
    const empty = await desk().getOfficerDay();
    assert.deepEqual([empty.served, empty.waits, empty.services, empty.rest], [0, [0, 0, 0, 0], [], null]);
    await serveVisitor(mall, officer, { service: SERVICE, outcome: 'absent' });
    assert.equal((await desk().getOfficerDay()).served, 0);
  });

  it('tells the own minutes beside the expected ones, and how long people waited', async () => {
    await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: SERVICE });
    await minutesLater(20);
    const { called } = await desk().callNext({});
    await desk().startServing({ ticketId: called!.ticketId });
    await minutesLater(27);
    await desk().finish({ ticketId: called!.ticketId, outcome: 'finished' });
    await serveVisitor(mall, officer, { service: SERVICE, outcome: 'consultation' });
    const own = await desk().getOfficerDay();
    assert.deepEqual([own.served, own.finishedHere, own.waits], [2, 1, [1, 1, 0, 0]]);
    const [service] = own.services;
    const [declared] = await mall.sql<{ minutes: number }>(
      'select expected_minutes as minutes from service where slug = $1',
      [SERVICE],
    );
    assert.deepEqual(
      [own.services.length, service!.served, Math.round(2 * service!.minutesMean), service!.expectedMinutes],
      [1, 2, 7, declared!.minutes],
    );
  });

  it('is the own one: a colleague’s is another', async () => {
    const colleague = await mall.staff('officer', 'disdukcapil', { name: 'Rekan' });
    assert.equal((await desk(colleague).getOfficerDay()).served, 0);
  });
});
