import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { reportsProcedures } from '#areas/reports/procedures.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { parseDay } from '#platform/values/day.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { closeServiceDay } from './close-day.ts';
import { queueProcedures } from '../procedures.ts';

const SERVICE = 'ktp-el-baru';
/** A Tuesday; the mall's own hours hold, and its decree of holidays is imported. */
const TUESDAY = '2026-11-24';
const at = (day: string, time: string) => `${day}T${time}:00+08:00`;

describe('somebody whom we did not serve', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let stranger: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: at(TUESDAY, '09:00') });
    officer = await mall.staff('officer', 'disdukcapil');
    stranger = await mall.staff('officer', 'samsat');
  });
  beforeEach(async () => {
    await mall.setClock(at(TUESDAY, '09:00'));
    await mall.sql(
      `truncate rating, stop_interval, stop, visit, queue_series, counter_session, capacity_ledger, booth_closure cascade`,
    );
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const phone = () => mall.as(queueProcedures, PUBLIC_ACTOR);
  const issue = (priority = false) =>
    mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: SERVICE, priority });
  const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
  /** Opens the next service day: what the day before left behind is closed, as at five past midnight. */
  async function goTo(day: string, time: string) {
    await mall.setClock(at(day, time));
    while ((await mall.within((tx) => closeServiceDay(tx, mall.mallId, parseDay(day)!))) > 0);
  }
  const seen = async (token: string) => (await phone().getTicket({ token })).firstPlace;
  const instant = (day: string, time: string) => new Date(at(day, time)).toISOString();

  it('is told on the evening, goes first on the next open day, and takes the number once', async () => {
    const { token, code: number } = await issue();
    assert.equal(await seen(token), null, 'while the booth is open nobody has been let down');
    await mall.setClock(at(TUESDAY, '20:00'));
    const opening = { opensAt: instant('2026-11-25', '08:00'), dayKnown: true };
    assert.deepEqual(await seen(token), { state: 'evening', ...opening });
    await assert.rejects(phone().takeFirstPlace({ token }), code('NO_FIRST_PLACE'));

    await goTo('2026-11-25', '07:30');
    assert.deepEqual(await seen(token), { state: 'later', ...opening });
    await assert.rejects(phone().takeFirstPlace({ token }), code('FIRST_PLACE_LATER'));

    await mall.setClock(at('2026-11-25', '08:30'));
    const early = await issue();
    await mall.setClock(at('2026-11-25', '10:00'));
    assert.deepEqual(await seen(token), { state: 'today', ...opening });
    const given = await phone().takeFirstPlace({ token });
    assert.equal(given.ahead, 0, 'before whom came at half past eight');
    const old = await phone().getTicket({ token });
    assert.deepEqual(
      [old.outcome, old.firstPlace, old.next],
      ['not-served', null, { token: given.token, code: given.code, why: 'carried' }],
    );
    await sitDown(mall, officer);
    assert.deepEqual(
      (await desk().getDesk()).waiting.map((ticket) => [ticket.code, ticket.cameFrom]),
      [
        [given.code, { code: number, why: 'carried' }],
        [early.code, null],
      ],
    );
    await assert.rejects(phone().takeFirstPlace({ token }), code('FIRST_PLACE_TAKEN'));
    const [stop] = await mall.sql<{ reference_at: Date; visit: boolean }>(
      `select s.reference_at, v.service_day = s.service_day as visit
       from stop s join visit v on v.id = s.visit_id where s.token = $1`,
      [given.token],
    );
    assert.deepEqual(stop, { reference_at: new Date(opening.opensAt), visit: true });
  });

  it('keeps the head start of a priority visitor on top', async () => {
    const plain = await issue();
    const priority = await issue(true);
    await goTo('2026-11-25', '09:00');
    await phone().takeFirstPlace({ token: plain.token });
    assert.equal((await phone().takeFirstPlace({ token: priority.token })).ahead, 0);
  });

  it('waits over a weekend, and over a holiday, for the day on which the booth opens again', async () => {
    await mall.setClock(at('2026-11-27', '09:00'));
    const friday = await issue();
    await goTo('2026-11-28', '23:00');
    const told = await seen(friday.token);
    assert.equal(told!.state, 'later');
    assert.equal(new Date(told!.opensAt!).toISOString().slice(0, 10), '2026-11-30');
    await mall.sql(
      `insert into holiday (day, kind, name, decree, confidence)
       values ('2026-11-30', 'holiday', 'Hari Uji', 'SKB uji', 'seen')`,
    );
    await goTo('2026-11-30', '10:00');
    assert.equal((await seen(friday.token))!.state, 'later');
    await assert.rejects(phone().takeFirstPlace({ token: friday.token }), code('FIRST_PLACE_LATER'));
    await goTo('2026-12-01', '09:00');
    assert.equal((await seen(friday.token))!.state, 'today');
    await phone().takeFirstPlace({ token: friday.token });
    await mall.sql(`delete from holiday where name = 'Hari Uji'`);
  });

  it('is not told a day for sure in a year whose holidays nobody imported', async () => {
    const years = await mall.sql('delete from holiday_year where year = 2027 returning year');
    await mall.sql(`delete from holiday where day >= '2027-01-01'`);
    assert.ok(years.length <= 1);
    await mall.setClock(at('2026-12-31', '09:00'));
    const { token } = await issue();
    await mall.setClock(at('2026-12-31', '20:00'));
    const told = await seen(token);
    assert.deepEqual([told!.state, told!.dayKnown], ['evening', false]);
  });

  it('loses nothing by a booth that stayed shut all the next day', async () => {
    const { token } = await issue();
    await mall.sql(
      `insert into booth_closure (mall_id, id, booth_id, starts_at, ends_at, reason, state)
       select $1, gen_random_uuid(), b.id, '2026-11-24T18:00+08:00', '2026-11-25T18:00+08:00', 'Listrik padam', 'approved'
       from booth b where b.agency_id = $2`,
      [mall.mallId, officer.agencyId],
    );
    await goTo('2026-11-25', '10:00');
    assert.equal((await seen(token))!.state, 'later');
    await goTo('2026-11-26', '10:00');
    assert.equal((await seen(token))!.state, 'today', 'the shut day does not count');
    assert.equal((await desk().listFirstPlaces()).unserved.length, 1);
    await phone().takeFirstPlace({ token });
  });

  it('has that one day, and after its midnight takes a number as everybody does', async () => {
    const { token } = await issue();
    await goTo('2026-11-26', '09:00');
    assert.equal((await seen(token))!.state, 'lapsed');
    await assert.rejects(phone().takeFirstPlace({ token }), code('FIRST_PLACE_LAPSED'));
    assert.deepEqual((await desk().listFirstPlaces()).unserved, []);
  });

  it('without a phone is on the officer’s list, and gets the number there, once', async () => {
    await issue();
    const second = await issue();
    await goTo('2026-11-25', '09:00');
    const { unserved } = await desk().listFirstPlaces();
    assert.deepEqual(
      unserved.map((ticket) => [ticket.code, ticket.serviceDay]),
      [
        ['A-001', TUESDAY],
        ['A-002', TUESDAY],
      ],
    );
    const [first] = unserved;
    assert.deepEqual((await desk(stranger).listFirstPlaces()).unserved, []);
    await assert.rejects(desk(stranger).giveFirstPlace({ ticketId: first!.id }), code('OTHER_AGENCY'));
    const strange = { ...officer, mallId: crypto.randomUUID() };
    await assert.rejects(desk(strange).giveFirstPlace({ ticketId: first!.id }), code('TICKET_UNKNOWN'));
    const both = await Promise.allSettled([
      desk().giveFirstPlace({ ticketId: first!.id }),
      desk().giveFirstPlace({ ticketId: first!.id }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await desk().listFirstPlaces()).unserved.length, 1);
    const race = await Promise.allSettled([
      desk().giveFirstPlace({ ticketId: unserved[1]!.id }),
      phone().takeFirstPlace({ token: second.token }),
    ]);
    assert.deepEqual(race.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await mall.sql(`select from stop where transfer_reason = 'carried'`)).length, 2);
  });

  it('gets a second number neither by the program nor by hand: the database refuses it', async () => {
    const { token } = await issue();
    await goTo('2026-11-25', '09:00');
    const { token: next } = await phone().takeFirstPlace({ token });
    await assert.rejects(
      mall.sql(
        `insert into stop select (json_populate_record(s, json_build_object('id', gen_random_uuid(),
           'number', 900, 'token', 'x'))).* from stop s where token = $1`,
        [next],
      ),
      /stop_transferred_once/,
    );
  });

  it('was let down by us: who left, was refused, did not appear or was passed on has no first place', async () => {
    await sitDown(mall, officer);
    const tokens: string[] = [];
    for (const end of ['left', 'absent', 'held'] as const) {
      const { token } = await issue();
      tokens.push(token);
      if (end === 'left') {
        await phone().cancelTicket({ token });
        continue;
      }
      const { called } = await desk().callNext({});
      if (end === 'absent') await desk().markAbsent({ ticketId: called!.ticketId });
      else await desk().hold({ ticketId: called!.ticketId });
    }
    await goTo('2026-11-25', '09:00');
    for (const token of tokens) {
      assert.equal(await seen(token), null);
      await assert.rejects(phone().takeFirstPlace({ token }), code('NO_FIRST_PLACE'));
    }
    await assert.rejects(phone().takeFirstPlace({ token: 'tidak-ada' }), code('TICKET_UNKNOWN'));
    assert.deepEqual((await desk().listFirstPlaces()).unserved, []);
  });

  it('is refused for no quota, but after the cut-off as everybody is', async () => {
    const { token } = await issue();
    const other = await issue();
    await goTo('2026-11-25', '09:00');
    await mall.sql(
      `insert into capacity_ledger (mall_id, service_day, service_id, quota, taken)
       select $1, '2026-11-25', service_id, 0, 0 from stop limit 1`,
      [mall.mallId],
    );
    await assert.rejects(issue(), code('QUOTA_FULL'));
    await phone().takeFirstPlace({ token });
    await mall.setClock(at('2026-11-25', '22:00'));
    await assert.rejects(phone().takeFirstPlace({ token: other.token }), code('BOOTH_CLOSED'));
  });

  it('is counted once on each day: not served on the one, served on the other', async () => {
    const { token } = await issue();
    await goTo('2026-11-25', '09:00');
    await phone().takeFirstPlace({ token });
    await sitDown(mall, officer);
    const { called } = await desk().callNext({});
    await desk().startServing({ ticketId: called!.ticketId });
    await desk().finish({ ticketId: called!.ticketId, outcome: 'finished' });
    const manager = mall.as(reportsProcedures, await mall.staff('manager'));
    const [before, after] = [
      (await manager.getDayReport({ day: TUESDAY })).total,
      (await manager.getDayReport({ day: '2026-11-25' })).total,
    ];
    assert.deepEqual([before.visits, before.issued, before.outcomes['not-served']], [1, 1, 1]);
    assert.deepEqual([after.visits, after.issued, after.outcomes.finished], [1, 1, 1]);
  });
});
