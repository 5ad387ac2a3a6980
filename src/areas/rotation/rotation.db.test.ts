import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { queueProcedures } from '#areas/queue/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { skillsProcedures } from '#areas/skills/procedures.ts';
import { rotationProcedures } from './procedures.ts';

/** A Tuesday. */
const NOON = '2026-11-24T12:00:00+08:00';
const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

describe('the rests of a booth', () => {
  let mall: TestMall;
  let manager: StaffActor;
  let head: StaffActor;
  let officer: StaffActor;
  let agencyId: string;
  let counters: readonly { id: string; number: number }[];
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: NOON });
    manager = await mall.staff('manager');
    head = await mall.staff('agency-head', 'disdukcapil');
    officer = await mall.staff('officer', 'disdukcapil');
    agencyId = officer.agencyId!;
    ({ counters } = await plan().getRotation({ agencyId }));
  });
  beforeEach(async () => {
    await mall.setClock(NOON);
    await mall.sql(
      `truncate rating, stop_interval, stop, visit, queue_series, counter_session, rest_slot, rest_rule, counter_service cascade`,
    );
  });
  after(() => mall.stop());

  const plan = (who: StaffActor = manager) => mall.as(rotationProcedures, who);
  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const rest = (counter: number, starts: string, ends: string, weekdays = EVERY_DAY) => ({
    counterId: counters[counter]!.id,
    weekdays: [...weekdays],
    starts,
    ends,
  });
  const refusal =
    (code: string, data: object = {}) =>
    (error: unknown) => {
      assert.equal((error as { code?: string }).code, code);
      assert.deepEqual({ ...(error as { data: object }).data, ...data }, (error as { data: object }).data);
      return true;
    };
  const minutesLater = (minutes: number) =>
    mall.setClock(new Date(Date.parse(NOON) + minutes * 60_000).toISOString());

  it('begin with one counter that stays open and nobody who rests', async () => {
    const { openMin, rests } = await plan().getRotation({ agencyId });
    assert.deepEqual([counters.length, openMin, rests], [4, 1, []]);
  });

  it('are proposed evenly, written as a whole, and take the place of those before', async () => {
    const wish = { agencyId, openMin: 2, counterIds: counters.map(({ id }) => id), weekdays: [...EVERY_DAY] };
    const proposal = { ...wish, from: '11:30', until: '13:30', minutes: 45 };
    const { rests } = await plan(head).proposeRotation(proposal);
    assert.deepEqual(
      rests.map(({ starts, ends }) => `${starts}-${ends}`),
      ['11:30-12:15', '11:30-12:15', '12:45-13:30', '12:45-13:30'],
    );
    assert.deepEqual((await plan().getRotation({ agencyId })).rests, [], 'a proposal writes nothing');
    assert.deepEqual(await plan(head).setRotation({ agencyId, openMin: 2, rests }), { rests: 4 });
    await plan().setRotation({ agencyId, openMin: 1, rests: [rest(3, '12:00', '12:30')] });
    const stands = await plan().getRotation({ agencyId });
    assert.deepEqual([stands.openMin, stands.rests], [1, [rest(3, '12:00', '12:30')]]);
    const [line] = await mall.sql<{ facts: Record<string, unknown> }>(
      `select facts from audit_line where subject_kind = 'rotation' order by at desc, id desc limit 1`,
    );
    assert.deepEqual(line!.facts['rests'], `${counters[3]!.number}: 12:00–12:30`);
  });

  it('never leave fewer open than ruled: the no names the counter and the nearest time', async () => {
    const rests = [0, 1, 2, 3].map((counter) => rest(counter, '12:00', '12:30'));
    await assert.rejects(
      plan().setRotation({ agencyId, openMin: 1, rests }),
      refusal('REST_TOO_FEW_OPEN', { openMin: 1, counter: counters[3]!.number, clock: '11:30' }),
    );
    await assert.rejects(
      plan().proposeRotation({
        agencyId,
        openMin: 3,
        counterIds: counters.map(({ id }) => id),
        weekdays: [5],
        from: '12:00',
        until: '13:00',
        minutes: 30,
      }),
      refusal('REST_TOO_LONG', { minutes: 15 }),
    );
    assert.deepEqual((await plan().getRotation({ agencyId })).rests, []);
  });

  it('differ by weekday, several on one day, and the trail tells each day', async () => {
    const week = [
      rest(0, '10:00', '10:15'),
      rest(0, '12:00', '13:00', [1, 2, 3, 4]),
      rest(0, '11:30', '13:00', [5]),
    ];
    await plan().setRotation({ agencyId, openMin: 1, rests: week });
    const { rests } = await plan().getRotation({ agencyId });
    assert.deepEqual(new Set(rests), new Set(week));
    const [line] = await mall.sql<{ facts: Record<string, string> }>(
      `select facts from audit_line where subject_kind = 'rotation' and facts ? 'rests-5'`,
    );
    const first = counters[0]!.number;
    assert.equal(line!.facts['rests-5'], `${first}: 10:00–10:15; ${first}: 11:30–13:00`);
    assert.equal(line!.facts['rests-6'], `${first}: 10:00–10:15`);
    const all = [0, 1, 2, 3].map((counter) => rest(counter, '12:00', '12:30', [counter === 3 ? 5 : 4]));
    await plan().setRotation({ agencyId, openMin: 1, rests: all });
    await assert.rejects(
      plan().setRotation({ agencyId, openMin: 1, rests: [...all, rest(3, '12:00', '12:30', [4])] }),
      refusal('REST_TOO_FEW_OPEN', { weekday: 4, counter: counters[3]!.number }),
    );
  });

  it('name the service that they leave without a counter, and leave it so only when that is meant', async () => {
    const skills = mall.as(skillsProcedures, manager);
    const { services } = await skills.getSkills({ agencyId });
    const [only, ...others] = services.map(({ id }) => id);
    for (const { id: counterId } of counters.slice(1))
      await skills.limitCounter({ agencyId, counterId, services: others });
    const rests = [rest(0, '12:00', '12:30', [2, 5])];
    const { name, nameEn } = services[0]!;
    await assert.rejects(
      plan().setRotation({ agencyId, openMin: 1, rests }),
      refusal('REST_SERVICE_ALONE', { services: name, weekday: 2, clock: '12:00' }),
    );
    assert.deepEqual((await plan().getRotation({ agencyId })).rests, []);
    await plan().setRotation({ agencyId, openMin: 1, rests, anyway: true });
    const stands = await plan().getRotation({ agencyId });
    assert.deepEqual(stands.alone, [{ name, nameEn, weekday: 2, clock: '12:00' }]);
    await plan().setRotation({ agencyId, openMin: 1, rests: [...rests, rest(1, '13:00', '13:30')] });
    await skills.limitCounter({ agencyId, counterId: counters[1]!.id, services: [only!] });
    assert.deepEqual((await plan().getRotation({ agencyId })).alone, []);
  });

  it('of one counter do not lie over one another, and are of this booth only', async () => {
    const twice = [rest(0, '12:00', '12:45'), rest(0, '12:30', '13:00', [2])];
    await assert.rejects(plan().setRotation({ agencyId, openMin: 1, rests: twice }), refusal('REST_TIMES'));
    const [strange] = await mall.sql<{ id: string }>(
      `select c.id from counter c join booth b on b.id = c.booth_id where b.agency_id <> $1 limit 1`,
      [agencyId],
    );
    const foreign = { counterId: strange!.id, weekdays: [1], starts: '12:00', ends: '12:30' };
    await assert.rejects(
      plan().setRotation({ agencyId, openMin: 1, rests: [foreign] }),
      refusal('COUNTER_UNKNOWN'),
    );
  });

  it('are the own agency’s alone for its head, and another mall’s are unknown', async () => {
    const stranger = await mall.staff('agency-head', 'samsat');
    for (const act of [
      () => plan(stranger).getRotation({ agencyId }),
      () => plan(stranger).setRotation({ agencyId, openMin: 0, rests: [] }),
    ])
      await assert.rejects(act(), refusal('OTHER_AGENCY'));
    await assert.rejects(plan().getRotation({ agencyId: crypto.randomUUID() }), refusal('AGENCY_UNKNOWN'));
    await assert.rejects(plan(officer).getRotation({ agencyId }), refusal('FORBIDDEN'));
  });

  it('stand whole when two write at once: the later one', async () => {
    await Promise.all([
      plan().setRotation({
        agencyId,
        openMin: 1,
        rests: [rest(0, '12:00', '12:30'), rest(1, '12:30', '13:00')],
      }),
      plan(head).setRotation({ agencyId, openMin: 2, rests: [rest(2, '11:00', '11:30')] }),
    ]);
    const { openMin, rests } = await plan().getRotation({ agencyId });
    assert.equal(rests.length, openMin === 1 ? 2 : 1);
  });

  it('remind at the counter, until the officer has rested or the time is over', async () => {
    await desk().openCounter({ counterId: counters[0]!.id });
    const seen = async () => (await desk().getDesk()).counter!.rest;
    assert.equal(await seen(), null);
    await plan().setRotation({ agencyId, openMin: 1, rests: [rest(0, '12:30', '13:00')] });
    assert.equal(Date.parse((await seen())!.startsAt), Date.parse('2026-11-24T12:30:00+08:00'));
    await desk().pauseCounter({ kind: 'rest', minutes: 30 });
    await minutesLater(31);
    await desk().resumeCounter({});
    assert.equal(await seen(), null, 'the rest was had');
    await mall.sql('truncate counter_break');
    assert.ok(await seen());
    await minutesLater(61);
    assert.equal(await seen(), null, 'the time is over');
    await plan().setRotation({
      agencyId,
      openMin: 1,
      rests: [rest(0, '12:30', '13:00'), rest(0, '15:00', '15:15', [2]), rest(0, '14:00', '14:30', [5])],
    });
    assert.equal(Date.parse((await seen())!.startsAt), Date.parse('2026-11-24T15:00:00+08:00'));
  });

  it('are not had where too few would stay open, unless it cannot wait; the no says when', async () => {
    const neighbour = await mall.staff('officer', 'disdukcapil', { name: 'Tetangga' });
    await sitDown(mall, officer);
    await sitDown(mall, neighbour);
    await desk(neighbour).pauseCounter({ kind: 'rest', minutes: 30 });
    await minutesLater(5);
    await assert.rejects(
      desk().pauseCounter({ kind: 'prayer', minutes: 15 }),
      (error: { code: string; data: { openMin: number; opensAt: number } }) =>
        error.code === 'REST_TOO_FEW_OPEN' &&
        error.data.openMin === 1 &&
        Math.abs(error.data.opensAt - Date.parse('2026-11-24T12:30:00+08:00')) < 5000,
    );
    assert.deepEqual(await desk().pauseCounter({ kind: 'other', minutes: 10 }), { begins: 'now' });
  });

  it('are had by one of two who press together', async () => {
    const neighbour = await mall.staff('officer', 'disdukcapil', { name: 'Tetangga' });
    await sitDown(mall, officer);
    await sitDown(mall, neighbour);
    const pressed = await Promise.allSettled(
      [officer, neighbour].map((who) => desk(who).pauseCounter({ kind: 'rest', minutes: 30 })),
    );
    assert.deepEqual(pressed.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  it('are had by whoever is alone: nobody is refused while everybody else is at work', async () => {
    await sitDown(mall, officer);
    assert.deepEqual(await desk().pauseCounter({ kind: 'rest', minutes: 30 }), { begins: 'now' });
    await desk().resumeCounter({});
    const neighbour = await mall.staff('officer', 'disdukcapil', { name: 'Tetangga' });
    await sitDown(mall, neighbour);
    await plan().setRotation({ agencyId, openMin: 4, rests: [] });
    assert.deepEqual(await desk().pauseCounter({ kind: 'rest', minutes: 30 }), { begins: 'now' });
  });
});
