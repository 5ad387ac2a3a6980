import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

const NINE = '2026-11-24T09:00:00+08:00';

describe('a counter that is handed over', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let colleague: StaffActor;
  let third: StaffActor;
  let head: StaffActor;
  let manager: StaffActor;
  let counterId: string;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: NINE });
    officer = await mall.staff('officer', 'disdukcapil', { name: 'Petugas pagi' });
    colleague = await mall.staff('officer', 'disdukcapil', { name: 'Petugas siang' });
    third = await mall.staff('officer', 'disdukcapil', { name: 'Petugas lain' });
    head = await mall.staff('agency-head', 'disdukcapil');
    manager = await mall.staff('manager');
  });
  beforeEach(async () => {
    await mall.setClock(NINE);
    await mall.sql(`truncate rating, stop_interval, stop, visit, queue_series, counter_session cascade`);
    await sitDown(mall, officer);
    counterId = (await desk().getDesk()).counter!.id;
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const issue = () => mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru' });
  const minutesLater = (minutes: number) =>
    mall.setClock(new Date(Date.parse(NINE) + minutes * 60_000).toISOString());
  const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
  async function serveOne(): Promise<string> {
    await issue();
    const { called } = await desk().callNext({});
    await desk().startServing({ ticketId: called!.ticketId });
    return called!.ticketId;
  }

  it('takes the person there along, and each minute of the service is whose it was', async () => {
    const ticketId = await serveOne();
    await minutesLater(6);
    assert.deepEqual(await desk().offerCounter({ offered: true }), { offered: true });
    const seen = (await desk(colleague).getDesk()).counters.find(({ id }) => id === counterId)!;
    assert.deepEqual([seen.offered, seen.takenBy], [true, 'Petugas pagi']);
    await minutesLater(8);
    await desk(colleague).openCounter({ counterId });
    assert.equal((await desk().getDesk()).counter, null);
    const taken = await desk(colleague).getDesk();
    assert.deepEqual(
      [taken.current!.id, taken.current!.state, taken.counter!.offered],
      [ticketId, 'serving', false],
    );
    await assert.rejects(desk().finish({ ticketId, outcome: 'finished' }), code('OTHER_COUNTER'));
    await minutesLater(12);
    await desk(colleague).finish({ ticketId, outcome: 'finished' });
    const parts = await mall.sql<{ name: string; minutes: number }>(
      `select m.name, round(extract(epoch from i.ended_at - i.started_at) / 60)::int as minutes
       from stop_interval i join staff_member m on m.id = i.staff_id
       where i.stop_id = $1 and i.kind = 'serving' order by i.seq`,
      [ticketId],
    );
    assert.deepEqual(parts, [
      { name: 'Petugas pagi', minutes: 8 },
      { name: 'Petugas siang', minutes: 4 },
    ]);
    const mine = (await desk(colleague).getDesk()).today;
    assert.deepEqual([mine.served, Math.round(mine.serviceMinutesMean!)], [1, 4]);
    const deeds = await mall.sql<{ operation: string; facts: Record<string, unknown> }>(
      `select operation, facts from audit_line where subject_kind = 'counter' order by at desc, id desc limit 2`,
    );
    const names = deeds.map(({ operation }) => operation.split('.').at(-1)!);
    assert.deepEqual(names.toSorted(), ['offerCounter', 'openCounter']);
    assert.ok(deeds.some(({ facts }) => facts['takenFrom'] === 'Petugas pagi'));
  });

  it('keeps a call the caller’s, and goes on from it', async () => {
    await issue();
    const { called } = await desk().callNext({});
    await desk().offerCounter({ offered: true });
    await desk(colleague).openCounter({ counterId });
    await desk(colleague).startServing({ ticketId: called!.ticketId });
    const kinds = await mall.sql<{ kind: string; staff_id: string | null }>(
      'select kind, staff_id from stop_interval where stop_id = $1 order by seq',
      [called!.ticketId],
    );
    assert.deepEqual(
      kinds.map(({ kind, staff_id: staffId }) => [kind, staffId]),
      [
        ['waiting', null],
        ['called', officer.id],
        ['serving', colleague.id],
      ],
    );
  });

  it('goes to one of two who press together', async () => {
    const ticketId = await serveOne();
    await desk().offerCounter({ offered: true });
    const pressed = await Promise.allSettled([
      desk(colleague).openCounter({ counterId }),
      desk(third).openCounter({ counterId }),
    ]);
    assert.deepEqual(pressed.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const lost = pressed.find((result) => result.status === 'rejected') as PromiseRejectedResult;
    assert.equal((lost.reason as { code: string }).code, 'COUNTER_TAKEN');
    const [row] = await mall.sql<{ open: number; seats: number }>(
      `select (select count(*)::int from stop_interval where stop_id = $1 and ended_at is null) as open,
         (select count(*)::int from counter_session where counter_id = $2 and closed_at is null) as seats`,
      [ticketId, counterId],
    );
    assert.deepEqual(row, { open: 1, seats: 1 });
  });

  it('is not taken from one who does not offer it, nor after the offer was taken back', async () => {
    await assert.rejects(desk(colleague).openCounter({ counterId }), code('COUNTER_TAKEN'));
    await desk().offerCounter({ offered: true });
    await desk().offerCounter({ offered: false });
    await assert.rejects(desk(colleague).openCounter({ counterId }), code('COUNTER_TAKEN'));
    await assert.rejects(desk(colleague).offerCounter({ offered: true }), code('NOT_AT_COUNTER'));
  });

  it('is released by whoever leads the agency or keeps the mall, and by nobody else', async () => {
    const stranger = await mall.staff('agency-head', 'samsat');
    await assert.rejects(desk(stranger).releaseCounter({ counterId }), code('OTHER_AGENCY'));
    await assert.rejects(desk(colleague).releaseCounter({ counterId }), code('FORBIDDEN'));
    await assert.rejects(
      desk(manager).releaseCounter({ counterId: crypto.randomUUID() }),
      code('COUNTER_UNKNOWN'),
    );
    for (const leader of [head, manager]) {
      await desk(leader).releaseCounter({ counterId });
      await desk(colleague).openCounter({ counterId });
      assert.equal((await desk(colleague).getDesk()).counter!.id, counterId);
      await desk(colleague).offerCounter({ offered: true });
      await desk().openCounter({ counterId });
    }
    await desk().closeCounter({});
    await assert.rejects(desk(head).releaseCounter({ counterId }), code('COUNTER_EMPTY'));
  });

  it('is seen by its leaders with who sits there; another agency’s seats are not', async () => {
    await serveOne();
    const agencyId = officer.agencyId!;
    const seats = await desk(manager).listSeats({ agencyId });
    assert.deepEqual(
      seats.map(({ staffName, seat }) => [staffName, seat]),
      [['Petugas pagi', 'busy'], ...Array.from({ length: 3 }, () => [null, 'empty'])],
    );
    const stranger = await mall.staff('agency-head', 'samsat');
    await assert.rejects(desk(stranger).listSeats({ agencyId }), code('OTHER_AGENCY'));
  });
});
