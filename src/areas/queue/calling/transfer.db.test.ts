import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { boardsProcedures } from '#areas/boards/procedures.ts';
import { reportsProcedures } from '#areas/reports/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

const NINE = '2026-11-24T09:00:00+08:00';
const FROM = 'ktp-el-baru';

describe('a transfer', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let neighbour: StaffActor;
  let samsat: StaffActor;
  let services: { id: string; slug: string; agency: string }[];
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: NINE });
    officer = await mall.staff('officer', 'disdukcapil');
    neighbour = await mall.staff('officer', 'disdukcapil', { name: 'Tetangga' });
    samsat = await mall.staff('officer', 'samsat');
    services = await mall.sql(
      'select s.id, s.slug, a.slug as agency from service s join agency a on a.id = s.agency_id order by s.code',
    );
  });
  beforeEach(async () => {
    await mall.setClock(NINE);
    await mall.sql(
      `truncate rating, stop_interval, stop, visit, queue_series, counter_session, capacity_ledger, booth_closure cascade`,
    );
    await sitDown(mall, officer);
    await sitDown(mall, samsat);
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const issue = (service = FROM, priority = false) =>
    mall.as(queueProcedures, mall.kiosk()).issueTicket({ service, priority });
  const minutesLater = (minutes: number) =>
    mall.setClock(new Date(Date.parse(NINE) + minutes * 60_000).toISOString());
  const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
  const ofSamsat = () => services.find(({ agency }) => agency === 'samsat')!;
  const another = () => services.find(({ agency, slug }) => agency === 'disdukcapil' && slug !== FROM)!;
  async function callNext(who: StaffActor = officer) {
    const { called } = await desk(who).callNext({});
    return called!.ticketId;
  }
  const redirect = (ticketId: string, serviceId = ofSamsat().id, who: StaffActor = officer) =>
    desk(who).transfer({ ticketId, serviceId, why: 'desk-error' });
  const stopOf = async (number: string) => {
    const [series, digits] = number.split('-');
    const [row] = await mall.sql<Record<string, unknown>>(
      `select *, (select count(*)::int from stop_interval i where i.stop_id = stop.id and i.ended_at is null) as open
       from stop where series = $1 and number = $2`,
      [series, Number(digits)],
    );
    return row!;
  };
  const minute = (at: unknown) => Math.round(((at as Date).getTime() - Date.parse(NINE)) / 60_000);

  it('after our error keeps reference time and head start, and the first stop was not served', async () => {
    const given = await issue(FROM, true);
    await minutesLater(25);
    await issue(ofSamsat().slug);
    await minutesLater(30);
    const ticketId = await callNext();
    const next = await redirect(ticketId);
    const before = await stopOf(given.code);
    const now = await stopOf(next.code);
    assert.deepEqual(
      [before['state'], before['outcome'], before['open'], now['state'], now['open']],
      ['done', 'not-served', 0, 'waiting', 1],
    );
    assert.equal(now['visit_id'], before['visit_id']);
    assert.equal(now['transferred_from'], before['id']);
    for (const same of ['reference_at', 'head_start_minutes', 'order_key', 'priority', 'channel'] as const)
      assert.deepEqual(now[same], before[same]);
    assert.equal(next.ahead, 0, 'before whom came later');
    assert.equal((await desk().getDesk()).current, null);
    assert.equal(await callNext(samsat), now['id']);
  });

  it('leads the holder of the old number on to the new one', async () => {
    const given = await issue();
    const ticketId = await callNext();
    assert.equal((await desk().getTicket({ token: given.token })).next, null);
    const { code: number } = await redirect(ticketId);
    const old = await desk().getTicket({ token: given.token });
    assert.deepEqual([old.state, old.outcome, old.next?.code], ['done', 'not-served', number]);
    const mine = await desk().getTicket({ token: old.next!.token });
    assert.deepEqual([mine.code, mine.state, mine.agency.slug], [number, 'waiting', 'samsat']);
    const [shown] = (await desk(samsat).getDesk()).waiting;
    assert.deepEqual(shown!.cameFrom, { code: given.code, why: 'desk-error' });
  });

  it('to the next stop counts half of what was waited, with priority not above thirty minutes', async () => {
    const given = await issue(FROM, true);
    await minutesLater(26.2);
    const ticketId = await callNext();
    await desk().startServing({ ticketId });
    await minutesLater(40);
    const next = await desk().transfer({
      ticketId,
      serviceId: ofSamsat().id,
      why: 'next-stop',
      outcome: 'in-process',
    });
    assert.equal((await stopOf(given.code))['outcome'], 'in-process');
    const now = await stopOf(next.code);
    assert.deepEqual(
      [minute(now['reference_at']), now['head_start_minutes'], minute(now['order_key'])],
      [27, 17, 10],
    );
  });

  it('of one who was refused tells the reason to who goes on', async () => {
    await issue();
    const ticketId = await callNext();
    await desk().startServing({ ticketId });
    const on = { ticketId, serviceId: ofSamsat().id, why: 'next-stop', outcome: 'refused' } as const;
    await assert.rejects(desk().transfer(on), code('REASON_NEEDED'));
    await desk().transfer({ ...on, reason: 'Bukti pajak belum ada' });
    const [row] = await mall.sql('select outcome_reason from stop where id = $1', [ticketId]);
    assert.equal(row!['outcome_reason'], 'Bukti pajak belum ada');
  });

  it('is the third stop of a visit too, and all that was waited counts', async () => {
    await issue();
    await minutesLater(10.2);
    let ticketId = await callNext();
    await desk().startServing({ ticketId });
    const { code: second } = await desk().transfer({ ticketId, serviceId: ofSamsat().id, why: 'next-stop' });
    await minutesLater(24.2);
    ticketId = await callNext(samsat);
    await desk(samsat).startServing({ ticketId });
    const { code: third } = await desk(samsat).transfer({
      ticketId,
      serviceId: another().id,
      why: 'next-stop',
    });
    const [a, b] = [await stopOf(second), await stopOf(third)];
    assert.equal(a['visit_id'], b['visit_id']);
    assert.deepEqual([minute(a['reference_at']), minute(b['reference_at'])], [5, 12]);
  });

  it('takes whom a colleague held, in time at the old place, and late as one who has just come', async () => {
    await issue();
    await issue();
    const first = await callNext();
    await desk().hold({ ticketId: first });
    const second = await callNext();
    await desk().hold({ ticketId: second });
    await minutesLater(15);
    const inTime = await stopOf((await redirect(first, undefined, neighbour)).code);
    await minutesLater(16);
    const late = await stopOf((await redirect(second, undefined, neighbour)).code);
    assert.deepEqual([minute(inTime['reference_at']), minute(late['reference_at'])], [0, 16]);
  });

  it('is for who was called, and a next stop for who was served', async () => {
    await issue();
    const [waiting] = (await desk().getDesk()).waiting;
    await assert.rejects(redirect(waiting!.id), code('NOT_CALLED'));
    const ticketId = await callNext();
    const on = { ticketId, serviceId: ofSamsat().id, why: 'next-stop' } as const;
    await assert.rejects(desk().transfer(on), code('NOT_SERVING'));
    await assert.rejects(redirect(ticketId, undefined, samsat), code('OTHER_AGENCY'));
    await assert.rejects(redirect(ticketId, undefined, neighbour), code('OTHER_COUNTER'));
    await assert.rejects(redirect(ticketId, crypto.randomUUID()), code('SERVICE_UNKNOWN'));
    const own = services.find(({ slug }) => slug === FROM)!;
    await assert.rejects(redirect(ticketId, own.id), code('SAME_SERVICE'));
    assert.equal((await desk().getDesk()).current!.id, ticketId, 'each no left it as it was');
    await redirect(ticketId, another().id);
    await assert.rejects(redirect(ticketId), code('ALREADY_DONE'));
  });

  it('is never refused for quota, and is counted in the internal share', async () => {
    await issue();
    const ticketId = await callNext();
    const to = ofSamsat();
    await mall.sql(
      `insert into capacity_ledger (mall_id, service_day, service_id, quota, internal_share, taken)
       values ($1, '2026-11-24', $2, 1, 0, 1)`,
      [mall.mallId, to.id],
    );
    await assert.rejects(issue(to.slug), code('QUOTA_FULL'));
    await redirect(ticketId);
    const [row] = await mall.sql('select taken, taken_internal from capacity_ledger where service_id = $1', [
      to.id,
    ]);
    assert.deepEqual(row, { taken: 2, taken_internal: 1 });
  });

  it('to a booth that is shut is refused with the reason, and the person stays at the counter', async () => {
    await issue();
    const ticketId = await callNext();
    await mall.sql(
      `insert into booth_closure (mall_id, id, booth_id, starts_at, ends_at, reason, state)
       select $1, gen_random_uuid(), b.id, '2026-11-24T08:00+08:00', '2026-11-24T12:00+08:00', 'Listrik padam', 'approved'
       from booth b where b.agency_id = $2`,
      [mall.mallId, samsat.agencyId],
    );
    await assert.rejects(redirect(ticketId), (error: { code?: string; data?: { reason?: string } }) => {
      assert.deepEqual([error.code, error.data?.reason], ['BOOTH_CLOSED', 'Listrik padam']);
      return true;
    });
    assert.equal((await desk().getDesk()).current!.state, 'called');
  });

  it('after the last hour for numbers there is refused with when it opens again', async () => {
    await issue();
    const ticketId = await callNext();
    const hours = await mall.sql<{ booth_id: string }>(
      `update booth_hours h set closes = '09:10' from booth b
       where b.id = h.booth_id and b.agency_id = $1 returning h.booth_id`,
      [samsat.agencyId],
    );
    try {
      await assert.rejects(redirect(ticketId), (error: { code?: string; data?: { opensAt?: number } }) => {
        assert.equal(error.code, 'INTAKE_ENDED');
        assert.ok(error.data!.opensAt! > Date.parse(NINE));
        return true;
      });
    } finally {
      await mall.sql(`update booth_hours set closes = '24:00' where booth_id = $1`, [hours[0]!.booth_id]);
    }
    assert.equal((await desk().getDesk()).current!.state, 'called');
  });

  it('stands on the board of the other zone when it is called there', async () => {
    await issue();
    const { code: number } = await redirect(await callNext());
    const [zone] = await mall.sql<{ zone_id: string }>('select zone_id from booth where agency_id = $1', [
      samsat.agencyId,
    ]);
    const board = { ...mall.kiosk(), deviceKind: 'board' as const, zoneId: zone!.zone_id };
    const shown = async () => (await mall.as(boardsProcedures, board).getBoard({})).zones[0]!.calls;
    assert.deepEqual(await shown(), []);
    await callNext(samsat);
    assert.deepEqual(
      (await shown()).map((call) => call.code),
      [number],
    );
  });

  it('is refused when the series there is used up, and nothing of it stands', async () => {
    await issue();
    const ticketId = await callNext();
    await mall.sql(
      `insert into queue_series (mall_id, service_day, series, last_number)
       select $1, '2026-11-24', series, 999 from agency where id = $2`,
      [mall.mallId, samsat.agencyId],
    );
    await assert.rejects(redirect(ticketId), code('SERIES_EXHAUSTED'));
    assert.equal((await desk().getDesk()).current!.state, 'called');
    const [ledger] = await mall.sql('select taken from capacity_ledger where service_id = $1', [
      ofSamsat().id,
    ]);
    assert.equal(ledger, undefined);
  });

  it('that is pressed twice at once gives one number, and two at once give two', async () => {
    await issue();
    await issue();
    await sitDown(mall, neighbour);
    const [first, second] = [await callNext(), await callNext(neighbour)];
    const twice = await Promise.allSettled([redirect(first), redirect(first)]);
    assert.deepEqual(twice.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await redirect(second, undefined, neighbour);
    const numbers = await mall.sql('select number from stop where agency_id = $1 order by number', [
      samsat.agencyId,
    ]);
    assert.deepEqual(numbers, [{ number: 1 }, { number: 2 }]);
  });

  it('is one visit with two stops in the day’s report', async () => {
    await issue();
    await issue();
    const ticketId = await callNext();
    await redirect(ticketId);
    const manager = await mall.staff('manager');
    const { total } = await mall.as(reportsProcedures, manager).getDayReport({ day: '2026-11-24' });
    assert.deepEqual([total.visits, total.issued, total.outcomes['not-served']], [2, 3, 1]);
  });
});
