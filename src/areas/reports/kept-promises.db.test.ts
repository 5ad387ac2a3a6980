import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { calendarProcedures } from '#areas/calendar/procedures.ts';
import { capacityProcedures } from '#areas/capacity/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { signAgreement } from '#scenarios/testing/sign-agreement.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { reportsProcedures } from './procedures.ts';

/** The court comes on Wednesdays, 08.00 to 14.00; 18 March 2026 is joint leave. */
const SLUG = 'pengadilan-agama';

describe('promised and kept', () => {
  let mall: TestMall;
  let manager: StaffActor;
  let officer: StaffActor;
  let agencyId: string;
  before(async () => {
    mall = await withTestMall({ at: '2026-02-23T10:00:00+08:00' });
    manager = await mall.staff('manager');
    officer = await mall.staff('officer', SLUG);
    agencyId = officer.agencyId!;
    await sign();
    await mall.setClock('2026-03-26T20:00:00+08:00');
  });
  after(() => mall.stop());

  const sign = () => signAgreement(mall, manager, { agencyId, signedOn: '2026-02-23' });
  /** Somebody sat at the agency's counter; hours on the wall of the mall. */
  const sat = (day: string, from: string, until: string | null) =>
    mall.sql(
      `insert into counter_session (mall_id, id, counter_id, staff_id, opened_at, closed_at)
       select $1, gen_random_uuid(), c.id, $2, $3::timestamptz, $4::timestamptz
       from counter c join booth b on b.id = c.booth_id where b.agency_id = $5 limit 1`,
      [mall.mallId, officer.id, `${day}T${from}+08:00`, until && `${day}T${until}+08:00`, agencyId],
    );
  const list = (asked: object = {}) => mall.as(reportsProcedures, manager).listKeptPromises(asked);
  const get = (who = manager, asked: object = {}) =>
    mall.as(reportsProcedures, who).getKeptPromise({ agencyId, ...asked });

  it('tell each promised day: kept, late, left early, absent; and what no promise was made for', async () => {
    const week = await mall.sql<{ opens: string; closes: string }>(
      'select opens, closes from agreement_hours where agency_id = $1',
      [agencyId],
    );
    assert.deepEqual(week, [{ opens: '08:00', closes: '14:00' }]);
    await sat('2026-02-25', '07:55', '14:05');
    await sat('2026-03-04', '09:30', '15:00');
    await sat('2026-03-11', '08:00', '11:00');
    await sat('2026-03-12', '08:00', '15:00');
    const { kept, from, until } = await get();
    assert.deepEqual([from, until], ['2025-12-27', '2026-03-26']);
    const on = (day: string) => kept.calendar.find((one) => one.day === day);
    assert.equal(on('2026-02-18')?.state, 'free', 'before it was signed');
    assert.equal(on('2026-02-25')?.state, 'kept');
    assert.equal(on('2026-03-04')?.state, 'late');
    assert.equal(on('2026-03-04')?.cameAt, '2026-03-04T01:30:00.000Z');
    assert.equal(on('2026-03-11')?.state, 'early');
    assert.equal(on('2026-03-12')?.state, 'free', 'Thursday was not promised');
    assert.equal(on('2026-03-25')?.state, 'absent');
    assert.deepEqual(kept.days, { kept: 1, late: 1, early: 1, absent: kept.daysPromised - 3 });
    assert.equal(kept.keptShare, 3 / kept.daysPromised);
  });

  it('do not ask for holidays, and excuse what the mall had agreed to', async () => {
    const before = (await get()).kept;
    const leave = before.calendar.find(({ day }) => day === '2026-03-18');
    assert.equal(leave?.state, 'free');
    assert.match(leave.reason ?? '', /Cuti bersama|Nyepi/i);
    await mall.as(calendarProcedures, manager).addException({
      ...{
        agencyId,
        scope: 'agency',
        day: '2026-04-08',
        reason: 'Pelatihan di Banjarmasin',
        hours: [],
        knownWaiting: 0,
      },
    });
    await mall.setClock('2026-04-09T20:00:00+08:00');
    const { kept } = await get();
    const day = kept.calendar.find((one) => one.day === '2026-04-08');
    assert.deepEqual([day?.state, day?.reason], ['excused', 'Pelatihan di Banjarmasin']);
    assert.equal(
      kept.daysPromised,
      before.daysPromised + 1,
      'the first of April came, the eighth was excused',
    );
    assert.equal(kept.excused, 1);
  });

  it('excuse the hours of a closure that was approved', async () => {
    await mall.setClock('2026-04-14T10:00:00+08:00');
    await mall.as(capacityProcedures, manager).closeBooth({
      ...{ agencyId, reason: 'Jaringan diperbaiki', knownWaiting: 0 },
      ...{ from: '2026-04-15T00:00:00+08:00', until: '2026-04-16T00:00:00+08:00' },
    });
    await mall.setClock('2026-04-16T10:00:00+08:00');
    const { kept } = await get();
    assert.equal(kept.calendar.find(({ day }) => day === '2026-04-15')?.state, 'excused');
    assert.equal(kept.calendar.at(-1)?.state, 'free');
  });

  it('excuse no day that was not promised, and are kept by no simulated officer of a real mall', async () => {
    await mall.as(calendarProcedures, manager).addException({
      ...{ agencyId, scope: 'agency', day: '2026-04-23', reason: 'Rapat', hours: [], knownWaiting: 0 },
    });
    await mall.setClock('2026-04-24T10:00:00+08:00');
    await sat('2026-04-22', '08:00', '14:00');
    const on = async (day: string) => (await get()).kept.calendar.find((one) => one.day === day)?.state;
    assert.equal(await on('2026-04-23'), 'free', 'a Thursday');
    await mall.sql('update staff_member set simulated = true where id = $1', [officer.id]);
    assert.equal(await on('2026-04-22'), 'kept', 'in a sample mall');
    await mall.sql('update mall set sample_data = false');
    assert.equal(await on('2026-04-22'), 'absent');
    await mall.sql('update mall set sample_data = true');
  });

  it('list the agencies that promised something, those that kept least at the head', async () => {
    const { agencies } = await list();
    assert.deepEqual(
      agencies.map(({ agency }) => agency.slug),
      [SLUG],
    );
    assert.equal(agencies[0]!.peoplePresent, 1);
    assert.equal(agencies[0]!.servicesOffered, 5);
    assert.deepEqual(Object.keys(agencies[0]!.health), ['days', 'hours', 'services', 'people']);
    const { agencies: none } = await list({ from: '2025-01-01', until: '2025-03-31' });
    assert.deepEqual(none, []);
  });

  it('are seen by the agency’s own head alone, and span a year at the most', async () => {
    const head = await mall.staff('agency-head', SLUG);
    const other = await mall.staff('agency-head', 'samsat');
    assert.equal((await get(head)).kept.agency.id, agencyId);
    await assert.rejects(get(other), { code: 'OTHER_AGENCY' });
    await assert.rejects(mall.as(reportsProcedures, head).listKeptPromises({}), { code: 'FORBIDDEN' });
    const { from, until, kept } = await get(manager, { from: '2020-01-01', until: '2026-12-31' });
    assert.deepEqual([from, until], ['2025-12-31', '2026-12-31']);
    assert.equal(kept.calendar.length, 366);
    assert.equal(kept.calendar.at(-2)?.state, 'to-come');
  });
});

describe('a booth that should be open and has nobody', () => {
  it('is told to the manager within ten minutes, and no more once somebody sits down', async () => {
    const mall = await withTestMall({ at: '2026-04-22T08:08:00+08:00' });
    try {
      const manager = await mall.staff('manager');
      const officer = await mall.staff('officer', SLUG);
      const since = async () => {
        const { booths } = await mall.as(reportsProcedures, manager).getOverview();
        return booths.find(({ agencySlug }) => agencySlug === SLUG)?.emptySince;
      };
      assert.equal(await since(), null);
      await mall.setClock('2026-04-22T08:09:30+08:00');
      assert.equal(await since(), '2026-04-22T00:00:00.000Z');
      const sit = (opened: string, closed: string | null) =>
        mall.sql(
          `insert into counter_session (mall_id, id, counter_id, staff_id, opened_at, closed_at)
           select $1, gen_random_uuid(), c.id, $2, $3::timestamptz, $4::timestamptz
           from counter c join booth b on b.id = c.booth_id where b.agency_id = $5 limit 1`,
          [mall.mallId, officer.id, opened, closed, officer.agencyId],
        );
      await sit('2026-04-22T08:10:00+08:00', '2026-04-22T08:30:00+08:00');
      await mall.setClock('2026-04-22T08:45:00+08:00');
      assert.equal(await since(), '2026-04-22T00:30:00.000Z', 'since the last one left');
      await sit('2026-04-22T08:46:00+08:00', null);
      await mall.setClock('2026-04-22T09:46:00+08:00');
      assert.equal(await since(), null);
      await mall.setClock('2026-04-23T09:46:00+08:00');
      assert.equal(await since(), null, 'on Thursdays nobody has to be there');
    } finally {
      await mall.stop();
    }
  });
});

describe('a promised number of numbers', () => {
  it('is kept on open days without a limit, or with limits that add up to it', async () => {
    const mall = await withTestMall({ at: '2026-02-23T10:00:00+08:00' });
    try {
      const manager = await mall.staff('manager');
      const officer = await mall.staff('officer', SLUG);
      const agencyId = officer.agencyId!;
      await signAgreement(mall, manager, { agencyId, signedOn: '2026-02-23', dailyQuota: 20 });
      for (const day of ['2026-02-25', '2026-03-04', '2026-03-11'])
        await mall.sql(
          `insert into counter_session (mall_id, id, counter_id, staff_id, opened_at, closed_at)
           select $1, gen_random_uuid(), c.id, $2, $3::timestamptz, $4::timestamptz
           from counter c join booth b on b.id = c.booth_id where b.agency_id = $5 limit 1`,
          [mall.mallId, officer.id, `${day}T08:00+08:00`, `${day}T14:00+08:00`, agencyId],
        );
      const limit = (day: string, each: number) =>
        mall.sql(
          `insert into capacity_ledger (mall_id, service_day, service_id, quota, internal_share)
           select mall_id, $2::date, id, $3, 0 from service where mall_id = $1 and agency_id = $4`,
          [mall.mallId, day, each, agencyId],
        );
      await limit('2026-02-25', 1);
      await limit('2026-03-04', 20);
      await mall.setClock('2026-03-12T20:00:00+08:00');
      const { kept } = await mall.as(reportsProcedures, manager).getKeptPromise({ agencyId });
      assert.deepEqual([kept.daysOpen, kept.daysPromised, kept.daysWithQuota], [3, 3, 2]);
      assert.ok(Math.abs(kept.health.quota! - 2 / 3) < 1e-12);
    } finally {
      await mall.stop();
    }
  });
});
