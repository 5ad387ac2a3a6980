import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { staffProcedures } from '#areas/staff/procedures.ts';
import type { DeviceActor, StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { boardsProcedures } from './procedures.ts';
import { mapZoneBoards } from './public.ts';

describe('what a board shows', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let board: DeviceActor;
  let service: { slug: string; name: string };

  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: '2026-11-24T09:00:00+08:00' });
    officer = await mall.staff('officer', 'disdukcapil', { name: 'Norlaila Rahasia' });
    const [booth] = await mall.sql<{ zone_id: string }>('select zone_id from booth where agency_id = $1', [
      officer.agencyId,
    ]);
    board = { ...mall.kiosk(), deviceKind: 'board', zoneId: booth!.zone_id };
    const [row] = await mall.sql<{ slug: string; name: string }>(
      'select slug, name from service where agency_id = $1 order by slug limit 1',
      [officer.agencyId],
    );
    service = row!;
    const { counters } = await desk().getDesk();
    await desk().openCounter({ counterId: counters[0]!.id });
  });
  after(() => mall.stop());

  const desk = () => mall.as(queueProcedures, officer);
  const issue = () => mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: service.slug });
  const show = async (who: DeviceActor | StaffActor = board, zone?: string) => {
    const { zones } = await mall.as(boardsProcedures, who).getBoard(zone === undefined ? {} : { zone });
    assert.equal(zones.length, 1);
    return zones[0]!;
  };

  it('is who was called where, who is next, and never a name or a service', async () => {
    const first = await issue();
    const second = await issue();
    await desk().callNext({});
    const shown = await show();
    assert.deepEqual(
      shown.calls.map(({ code, serving }) => ({ code, serving })),
      [{ code: first.code, serving: false }],
    );
    assert.ok(shown.next.some(({ code }) => code === second.code));
    assert.ok(shown.calls[0]!.counterNumber > 0);
    const text = JSON.stringify(shown);
    assert.doesNotMatch(text, /Norlaila|Rahasia/);
    assert.ok(
      !text.includes(service.name) && !text.includes(service.slug),
      'a service tells why somebody came',
    );
    assert.ok(
      !text.includes(first.token) && !text.includes(second.token),
      'a ticket’s address is its holder’s',
    );
  });

  it('changes to serving, and loses the call when the stop has ended', async () => {
    const { current } = await desk().getDesk();
    await desk().startServing({ ticketId: current!.id });
    assert.equal((await show()).calls[0]!.serving, true);
    await desk().finish({ ticketId: current!.id, outcome: 'finished' });
    assert.ok(!(await show()).calls.some(({ code }) => code === current!.code));
  });

  it('says which booths give no numbers and when they open', async () => {
    await mall.sql(
      `insert into booth_closure (mall_id, id, booth_id, starts_at, ends_at, reason)
       select mall_id, gen_random_uuid(), id, '2026-11-24T00:00:00Z', '2026-11-24T05:00:00Z', 'Rapat koordinasi'
       from booth where agency_id = $1`,
      [officer.agencyId],
    );
    const { closed } = await show();
    assert.equal(closed.length, 1);
    assert.equal(Date.parse(closed[0]!.opensAt!), Date.parse('2026-11-24T05:00:00Z'));
    await mall.sql('delete from booth_closure');
  });

  it('asks nobody to get ready whom no open counter can serve', async () => {
    const here = (await mall.sql<{ id: string; slug: string }>(
      'select id, slug from service where agency_id = $1 order by slug limit 2',
      [officer.agencyId],
    )) as [{ id: string; slug: string }, { id: string; slug: string }];
    const take = ({ slug }: { slug: string }) =>
      mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: slug });
    const codes = [await take(here[0]), await take(here[1]), await take(here[1])].map(({ code }) => code);
    const ready = async () =>
      (await show()).next.map(({ code }) => code).filter((code) => codes.includes(code));
    const limit = (only: string) =>
      mall.sql(
        `insert into counter_service (mall_id, counter_id, agency_id, service_id)
         select o.mall_id, o.counter_id, $1, $2 from counter_session o where o.closed_at is null`,
        [officer.agencyId, only],
      );
    await mall.sql(
      `update stop set state = 'done', outcome = 'left' where state = 'waiting' and not (series || '-' || lpad(number::text, 3, '0') = any($1))`,
      [codes],
    );
    assert.deepEqual(await ready(), codes.slice(0, 2), 'without a limit in their order');
    await limit(here[1].id);
    assert.deepEqual(await ready(), codes.slice(1));
    await mall.sql('update counter_session set closed_at = now() where closed_at is null');
    assert.deepEqual(await ready(), codes.slice(0, 2), 'nobody knows which counter opens');
    await mall.sql(`delete from counter_service`);
    await mall.sql(`update stop set state = 'done', outcome = 'left' where state = 'waiting'`);
    const { counters } = await desk().getDesk();
    await desk().openCounter({ counterId: counters[0]!.id });
  });

  it('is its own zone’s only, whatever zone a device asks for', async () => {
    const [other] = await mall.sql<{ id: string; name: string }>(
      'select id, name from zone where id <> $1 limit 1',
      [board.zoneId],
    );
    const own = await show();
    assert.equal(own.zone.id, board.zoneId);
    const asked = await show(board, other!.id).catch((error: { code: string }) => error.code);
    if (typeof asked === 'string') assert.match(asked, /FORBIDDEN|ZONE_UNKNOWN/);
    else assert.equal(asked.zone.id, board.zoneId);
    assert.equal((await show(officer, other!.id)).zone.id, other!.id);
    await assert.rejects(show(officer, crypto.randomUUID()), { code: 'ZONE_UNKNOWN' });
  });

  it('says for ten minutes at which kiosk of its zone an officer is awaited, unless it is over before', async () => {
    const kiosk = { ...mall.kiosk(), zoneId: board.zoneId };
    await mall.sql(
      `insert into device (mall_id, id, kind, name, zone_id, paired_at) values ($1, $2, 'kiosk', 'Kios depan', $3, now())`,
      [mall.mallId, kiosk.id, kiosk.zoneId],
    );
    const ask = (wanted: boolean) => mall.as(staffProcedures, kiosk).askHelp({ wanted });
    assert.deepEqual((await show()).helpWanted, []);
    await ask(true);
    assert.deepEqual((await show()).helpWanted, ['Kios depan']);
    await ask(false);
    assert.deepEqual((await show()).helpWanted, []);
    await ask(true);
    await mall.setClock('2026-11-24T09:11:00+08:00');
    assert.deepEqual((await show()).helpWanted, []);
  });

  it('is empty on a new day', async () => {
    await issue();
    await desk().callNext({});
    await mall.setClock('2026-11-25T08:00:00+08:00');
    const { calls, next } = await show();
    assert.deepEqual(next, []);
    assert.deepEqual(
      calls.filter(({ serving }) => !serving),
      [],
    );
    await mall.setClock('2026-11-24T10:00:00+08:00');
  });

  it('is read for all zones at once, those of other malls left out', async () => {
    const zones = await mall.sql<{ id: string }>('select id from zone order by id');
    const ids = [...zones.map(({ id }) => id), crypto.randomUUID()];
    const boards = await mall.within((tx) => mapZoneBoards(tx, mall.mallId, ids));
    assert.deepEqual([...boards.keys()].sort(), zones.map(({ id }) => id).sort());
    const elsewhere = await mall.within((tx) => mapZoneBoards(tx, crypto.randomUUID(), ids));
    assert.equal(elsewhere.size, 0);
  });

  it('keeps everybody who is still awaited, however many came after them', async () => {
    const [{ counters } = { counters: 0 }] = await mall.sql<{ counters: number }>(
      'select count(*)::int as counters from counter c join booth b on b.id = c.booth_id where b.zone_id = $1',
      [board.zoneId],
    );
    assert.ok(counters > 7, 'more counters than the six latest calls');
    await mall.sql(
      `insert into staff_member (mall_id, id, account_id, name, role, agency_id)
       select c.mall_id, c.id, 'loket ' || c.number, 'Petugas', 'officer', b.agency_id
       from counter c join booth b on b.id = c.booth_id where b.zone_id = $1`,
      [board.zoneId],
    );
    const filled = await mall.sql<{ id: string }>(
      `with seat as (
         select c.mall_id, c.id as counter_id, b.agency_id, b.id as booth_id, a.series, c.number,
           (select s.id from service s where s.agency_id = b.agency_id limit 1) as service_id
         from counter c join booth b on b.id = c.booth_id join agency a on a.id = b.agency_id
         where b.zone_id = $1 and not exists (
           select from stop x where x.counter_id = c.id and x.state in ('called', 'serving'))
       ), trip as (
         insert into visit (mall_id, id, service_day, channel, simulated, created_at)
         select mall_id, counter_id, '2026-11-24', 'kiosk', false, now() from seat
       ), stopped as (
         insert into stop (mall_id, id, visit_id, service_day, agency_id, booth_id, service_id, series, number, token,
           state, reference_at, head_start_minutes, priority, order_key, counter_id, staff_id, channel, simulated,
           created_at)
         select mall_id, counter_id, counter_id, '2026-11-24', agency_id, booth_id, service_id, series, 500 + number,
           'papan-' || number, 'called', now(), 0, false, now(), counter_id, counter_id, 'kiosk', false, now()
         from seat returning mall_id, id, counter_id
       )
       insert into stop_interval (mall_id, stop_id, seq, kind, started_at, counter_id, staff_id)
       select mall_id, id, 1, 'called', '2026-11-24T02:00:00Z', counter_id, counter_id from stopped
       returning stop_id as id`,
      [board.zoneId],
    );
    const shown = (await show()).calls.filter(({ number }) => number > 500);
    assert.equal(shown.length, filled.length);
  });

  it('holds the calls latest first', async () => {
    const shown = await show();
    const times = shown.calls.map(({ calledAt }) => Date.parse(calledAt));
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    );
  });
});
