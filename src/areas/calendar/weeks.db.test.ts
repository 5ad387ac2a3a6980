import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { agenciesProcedures } from '#areas/agencies/procedures.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { calendarProcedures } from './procedures.ts';

const TUESDAY = '2026-11-24';
const on = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
const SHORT_TUESDAY = [on(2, '09:00', '10:00'), on(2, '10:30', '24:00')];

describe('the weekly hours of booths', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: `${TUESDAY}T09:00+08:00` });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());
  const calendar = (actor: StaffActor = manager) => mall.as(calendarProcedures, actor);
  const boothOf = async (shortName: string) => {
    const { booths } = await calendar().listWeeks();
    return booths.find((booth) => booth.agencyShortName === shortName)!;
  };
  const seen = async (...names: string[]) =>
    Promise.all(names.map(boothOf)).then((booths) =>
      booths.map(({ boothId, revision }) => ({ boothId, revision })),
    );
  const shownHours = async (shortName: string) => {
    const agencies = await mall.as(agenciesProcedures, PUBLIC_ACTOR).listAgencies({});
    return agencies.find((agency) => agency.shortName === shortName)!.weekly;
  };

  it('hold from the chosen day on: until then citizens are shown the old ones', async () => {
    const before = await shownHours('Disdukcapil');
    await calendar().setWeek({
      booths: await seen('Disdukcapil'),
      validFrom: '2026-12-01',
      hours: SHORT_TUESDAY,
    });
    assert.deepEqual(await shownHours('Disdukcapil'), before);
    const { weeks, revision } = await boothOf('Disdukcapil');
    assert.deepEqual(
      weeks.map(({ validFrom }) => validFrom),
      ['2026-12-01', null],
    );
    assert.equal(revision, 2);
    // Midnight is the mall's: 23:59 and 00:00 in WITA are the same day in London.
    await mall.setClock('2026-11-30T23:59+08:00');
    assert.deepEqual(await shownHours('Disdukcapil'), before);
    await mall.setClock('2026-12-01T00:00+08:00');
    assert.deepEqual(await shownHours('Disdukcapil'), SHORT_TUESDAY);
    await mall.setClock(`${TUESDAY}T09:00+08:00`);
  });

  it('are given to several booths at once, each with its line on the trail', async () => {
    const booths = await seen('UPPD Samsat', 'Kementerian Agama');
    const hours = [on(5, '08:00', '11:30'), on(5, '13:00', '15:00')];
    assert.deepEqual(await calendar().setWeek({ booths, validFrom: TUESDAY, hours }), { booths: 2 });
    assert.deepEqual(await shownHours('Kementerian Agama'), hours);
    const lines = await mall.sql(
      `select facts from audit_line where operation = 'setWeek' order by id desc limit 2`,
    );
    assert.deepEqual(
      lines.map(({ facts }) => facts),
      [
        { agency: 'Kementerian Agama', from: TUESDAY, hoursPerWeek: 5.5 },
        { agency: 'UPPD Samsat', from: TUESDAY, hoursPerWeek: 5.5 },
      ].toSorted((a) => (a.agency === lines[0]!['facts'].agency ? -1 : 1)),
    );
  });

  it('are refused with the place of the error', async () => {
    const booths = await seen('PDAM');
    const wrong = (hours: ReturnType<typeof on>[]) =>
      calendar().setWeek({ booths, validFrom: TUESDAY, hours });
    await assert.rejects(wrong([on(1, '08:00', '12:00'), on(3, '08:00', '12:00'), on(3, '11:00', '13:00')]), {
      code: 'HOURS_WRONG',
      data: { weekday: 3, opens: '11:00', closes: '13:00', problem: 'overlaps', problems: 1 },
    });
    await assert.rejects(wrong([on(1, '12:00', '08:00')]), { code: 'HOURS_WRONG' });
    await assert.rejects(wrong([on(1, '08:00', '24:30')]), { code: 'HOURS_WRONG' });
    await assert.rejects(wrong([on(8, '08:00', '12:00')]), { code: 'BAD_REQUEST' });
  });

  it('begin neither in the past nor more than a year ahead', async () => {
    const booths = await seen('PDAM');
    for (const validFrom of ['2026-11-23', '2027-11-26']) {
      await assert.rejects(calendar().setWeek({ booths, validFrom, hours: [] }), { code: 'HOURS_DAY' });
    }
    await assert.rejects(calendar().setWeek({ booths, validFrom: '2027-02-29', hours: [] }), {
      code: 'BAD_REQUEST',
    });
    await calendar().setWeek({ booths, validFrom: '2027-11-25', hours: [] });
  });

  it('changed by two at once are changed by the first: the second is told', async () => {
    const booths = await seen('BPJS Kesehatan');
    const other = await mall.staff('administrator');
    const change = (actor: StaffActor, opens: string) =>
      calendar(actor).setWeek({ booths, validFrom: '2026-12-07', hours: [on(1, opens, '12:00')] });
    const results = await Promise.allSettled([change(manager, '08:00'), change(other, '09:00')]);
    const refused = results.filter((result) => result.status === 'rejected');
    assert.equal(refused.length, 1);
    assert.equal((refused[0]!.reason as { code: string }).code, 'HOURS_CHANGED');
    assert.deepEqual((refused[0]!.reason as { data: object }).data, { agency: 'BPJS Kesehatan' });
  });

  it('that have not begun can be taken back, once', async () => {
    const [booth] = await seen('BPJS Kesehatan');
    const back = { ...booth!, validFrom: '2026-12-07' };
    await calendar().cancelWeek(back);
    await assert.rejects(calendar().cancelWeek(back), { code: 'HOURS_CHANGED' });
    assert.deepEqual((await boothOf('BPJS Kesehatan')).weeks.length, 1);
    const [now] = await seen('Kementerian Agama');
    await assert.rejects(calendar().cancelWeek({ ...now!, validFrom: TUESDAY }), { code: 'HOURS_DAY' });
  });

  it('of another mall, or of no booth, are not there', async () => {
    const stranger = '01900000-0000-7000-8000-000000000000';
    const booths = [{ boothId: stranger, revision: 0 }];
    await assert.rejects(calendar().setWeek({ booths, validFrom: TUESDAY, hours: [] }), {
      code: 'AGENCY_UNKNOWN',
    });
    const [own] = await seen('PDAM');
    const elsewhere = { ...manager, mallId: stranger };
    await assert.rejects(calendar(elsewhere).setWeek({ booths: [own!], validFrom: TUESDAY, hours: [] }), {
      code: 'AGENCY_UNKNOWN',
    });
  });

  it('are read by the head of an agency as far as they are the own', async () => {
    const head = await mall.staff('agency-head', 'samsat');
    const { booths } = await calendar(head).listWeeks();
    assert.deepEqual(
      booths.map((booth) => booth.agencyShortName),
      ['UPPD Samsat'],
    );
    await assert.rejects(
      calendar(head).setWeek({ booths: await seen('UPPD Samsat'), validFrom: TUESDAY, hours: [] }),
      { code: 'FORBIDDEN' },
    );
  });

  it('cannot overlap even for who writes past the rule', async () => {
    const { boothId } = await boothOf('Kementerian Agama');
    await assert.rejects(
      mall.sql(
        `insert into booth_hours (mall_id, booth_id, valid_from, weekday, opens, closes)
         values ($1, $2, $3, 5, '11:00', '12:00')`,
        [mall.mallId, boothId, TUESDAY],
      ),
      { constraint: 'booth_hours_apart' },
    );
  });
});
