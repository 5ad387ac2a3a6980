import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listBoothStates, mapNotices } from '#areas/capacity/public.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { issueFor } from '#scenarios/testing/issue-for.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { calendarProcedures } from './procedures.ts';

const ZONE = 'Asia/Makassar';
const on = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
const RAMADAN = {
  agencyId: null,
  name: 'Ramadan 1448 Hijriah',
  basis: 'SE Bupati 800/12/2027',
  firstDay: '2027-02-08',
  lastDay: '2027-03-09',
  hours: [1, 2, 3, 4].map((weekday) => on(weekday, '08:00', '14:00')),
};
const SATURDAY = '2026-11-28';

describe('seasons and single days', () => {
  let mall: TestMall;
  let manager: StaffActor;
  const agencyIds = new Map<string, string>();
  before(async () => {
    mall = await withTestMall({ at: '2026-11-24T09:00+08:00' });
    manager = await mall.staff('manager');
    for (const { slug, id } of await mall.sql<{ slug: string; id: string }>('select slug, id from agency'))
      agencyIds.set(slug, id);
  });
  after(() => mall.stop());
  const calendar = (actor: StaffActor = manager) => mall.as(calendarProcedures, actor);
  const plannedFor = async (slug: string, day: string) => {
    const plan = await mall.as(calendarProcedures, PUBLIC_ACTOR).listOpeningDays({ from: day, days: 1 });
    const booth = plan.booths.find(({ agencyId }) => agencyId === agencyIds.get(slug))!;
    const { hours, because } = booth.days[0]!;
    return [because, ...hours.map(({ opens, closes }) => `${opens}-${closes}`)].join(' ');
  };
  /** What the one function of capacity says, which reads the same facts by its own statement. */
  const stateAt = async (slug: string, instant: string) => {
    await mall.setClock(instant);
    const states = await mall.within((tx) => listBoothStates(tx, { id: mall.mallId, timeZone: ZONE }));
    await mall.setClock('2026-11-24T09:00+08:00');
    return states.find(({ agencySlug }) => agencySlug === slug)!;
  };
  const special = (changes: object = {}) => ({
    scope: 'everybody' as const,
    agencyId: null,
    day: SATURDAY,
    reason: 'Pekan layanan',
    hours: [{ opens: '09:00', closes: '12:00' }],
    ...changes,
  });

  it('hold on their days alone, for those who come on such a weekday', async () => {
    await calendar().addSeason(RAMADAN);
    assert.equal(await plannedFor('disdukcapil', '2027-02-09'), 'season 08:00-14:00');
    assert.equal(await plannedFor('disdukcapil', '2027-03-11'), 'week 08:00-15:00');
    // The religious court comes on certain days of the week only.
    assert.equal(await plannedFor('pengadilan-agama', '2027-02-09'), 'season');
    const { until } = await stateAt('disdukcapil', '2027-02-09T09:00+08:00');
    assert.equal(until, '2027-02-09T05:30:00.000Z');
  });

  it('do not overlap for one mall or one agency, but an agency may have its own within that of the mall', async () => {
    const inside = { ...RAMADAN, name: 'Awal puasa', firstDay: '2027-03-09', lastDay: '2027-03-20' };
    await assert.rejects(calendar().addSeason(inside), {
      code: 'SEASON_OVERLAPS',
      data: { name: RAMADAN.name },
    });
    const own = { ...inside, agencyId: agencyIds.get('samsat')!, hours: [on(2, '10:00', '12:00')] };
    await calendar().addSeason(own);
    assert.equal(await plannedFor('samsat', '2027-03-09'), 'season 10:00-12:00');
    await assert.rejects(calendar().addSeason(own), { code: 'SEASON_OVERLAPS' });
  });

  it('made by two managers at once are made by the first: the second is told', async () => {
    const other = await mall.staff('administrator');
    const season = { ...RAMADAN, name: 'Natal', firstDay: '2026-12-21', lastDay: '2026-12-31' };
    const results = await Promise.allSettled([
      calendar().addSeason(season),
      calendar(other).addSeason(season),
      calendar().addException(special()),
      calendar(other).addException(special({ scope: 'planned' })),
    ]);
    const codes = results.map((result) =>
      result.status === 'rejected' ? (result.reason as { code: string }).code : 'done',
    );
    assert.deepEqual(codes.toSorted(), ['DAY_TAKEN', 'SEASON_OVERLAPS', 'done', 'done']);
    const { exceptions } = await calendar().listSpecialDays();
    await calendar().removeException({ exceptionId: exceptions[0]!.id });
  });

  it('are refused where their days or hours make no sense', async () => {
    const refused = (changes: object, code: string) =>
      assert.rejects(calendar().addSeason({ ...RAMADAN, ...changes }), { code });
    await refused({ firstDay: '2026-11-23', lastDay: '2026-11-30' }, 'SEASON_DAYS');
    await refused({ firstDay: '2027-06-02', lastDay: '2027-06-01' }, 'SEASON_DAYS');
    await refused({ firstDay: '2027-06-01', lastDay: '2029-06-01' }, 'SEASON_DAYS');
    await refused({ agencyId: '01900000-0000-7000-8000-000000000000' }, 'AGENCY_UNKNOWN');
    await refused({ hours: [on(1, '08:00', '12:00'), on(1, '12:00', '15:00')] }, 'HOURS_WRONG');
    await refused({ name: '\u202Ename' }, 'BAD_REQUEST');
    for (const [changes, code] of [
      [{ day: '2026-11-23' }, 'HOURS_DAY'],
      [{ day: '2027-02-29' }, 'BAD_REQUEST'],
      [{ scope: 'agency' }, 'AGENCY_UNKNOWN'],
      [{ hours: [{ opens: '12:00', closes: '09:00' }] }, 'HOURS_WRONG'],
    ] as const)
      await assert.rejects(calendar().addException(special(changes)), { code });
  });

  it('open a Saturday for everybody, and close a day for one agency with its reason', async () => {
    await calendar().addException(special());
    assert.ok((await stateAt('disdukcapil', `${SATURDAY}T10:00+08:00`)).givesNumbers);
    assert.equal(
      (await stateAt('disdukcapil', '2026-11-27T16:00+08:00')).opensAt,
      '2026-11-28T01:00:00.000Z',
    );
    const closed = { scope: 'agency', agencyId: agencyIds.get('samsat')!, day: '2026-11-25', hours: [] };
    const { exceptionId } = await calendar().addException(special({ ...closed, reason: 'Pelatihan' }));
    const state = await stateAt('samsat', '2026-11-25T10:00+08:00');
    assert.deepEqual([state.code, state.name], ['BOOTH_CLOSED', 'Pelatihan']);
    await calendar().removeException({ exceptionId });
    await assert.rejects(calendar().removeException({ exceptionId }), { code: 'DAY_UNKNOWN' });
    assert.ok((await stateAt('samsat', '2026-11-25T10:00+08:00')).givesNumbers);
  });

  it('end with yesterday when they run, and are taken back when they have not begun', async () => {
    const { seasons } = await calendar().listSpecialDays();
    const ramadan = seasons.find(({ name }) => name === RAMADAN.name)!;
    await mall.setClock('2027-02-20T09:00+08:00');
    await calendar().endSeason({ seasonId: ramadan.id });
    const ended = (await calendar().listSpecialDays()).seasons.find(({ id }) => id === ramadan.id)!;
    assert.equal(ended.lastDay, '2027-02-19');
    await assert.rejects(calendar().endSeason({ seasonId: ramadan.id }), { code: 'SEASON_OVER' });
    const coming = seasons.find(({ name }) => name === 'Awal puasa')!;
    await calendar().endSeason({ seasonId: coming.id });
    await assert.rejects(calendar().endSeason({ seasonId: coming.id }), { code: 'SEASON_UNKNOWN' });
    await mall.setClock('2026-11-24T09:00+08:00');
  });

  it('stand on the trail, and the head of an agency sees those of the mall and the own', async () => {
    const [line] = await mall.sql(
      `select facts from audit_line where operation = 'addSeason' order by id limit 1`,
    );
    assert.deepEqual(line!['facts'], {
      name: RAMADAN.name,
      basis: RAMADAN.basis,
      from: RAMADAN.firstDay,
      until: RAMADAN.lastDay,
      hoursPerWeek: 24,
    });
    await calendar().addException(
      special({ scope: 'agency', agencyId: agencyIds.get('pdam')!, day: '2026-12-01' }),
    );
    const head = await mall.staff('agency-head', 'samsat');
    const { exceptions } = await calendar(head).listSpecialDays();
    assert.deepEqual(
      exceptions.map(({ day }) => day),
      [SATURDAY],
    );
    await assert.rejects(calendar(head).addSeason(RAMADAN), { code: 'FORBIDDEN' });
  });

  it('that end today earlier for people who wait are not made before somebody knows of them', async () => {
    const today = {
      day: '2026-11-24',
      reason: 'Listrik padam',
      hours: [{ opens: '08:00', closes: '11:00' }],
    };
    const ofSamsat = special({ ...today, scope: 'agency', agencyId: agencyIds.get('samsat')! });
    // Nobody waits: nobody to ask.
    await calendar().removeException(await calendar().addException(ofSamsat));
    for (const service of ['pajak-kendaraan-tahunan', 'pajak-kendaraan-tahunan', 'ktp-el-baru'])
      await issueFor(mall, service);
    await assert.rejects(calendar().addException(special(today)), {
      code: 'DAY_CUT',
      data: { agency: 'UPPD Samsat', other: 1, waiting: 3 },
    });
    await assert.rejects(calendar().addException({ ...ofSamsat, knownWaiting: 1 }), {
      code: 'DAY_CUT',
      data: { agency: 'UPPD Samsat', other: 0, waiting: 2 },
    });
    const { exceptions } = await calendar().listSpecialDays();
    assert.ok(!exceptions.some(({ day }) => day === today.day), 'what was refused left a day behind');
    // A longer day asks nobody, a shorter one of another day neither.
    const longer = { ...ofSamsat, hours: [{ opens: '08:00', closes: '20:00' }] };
    const { exceptionId } = await calendar().addException(longer);
    await calendar().addException(special({ ...today, day: '2026-11-27' }));
    await assert.rejects(calendar().removeException({ exceptionId }), { code: 'DAY_CUT' });
    await calendar().removeException({ exceptionId, knownWaiting: 2 });
    const season = { ...RAMADAN, firstDay: today.day, lastDay: today.day, hours: [on(2, '08:00', '10:00')] };
    await assert.rejects(calendar().addSeason(season), { code: 'DAY_CUT' });
    const { booths } = await calendar().listWeeks();
    const samsat = booths.find(({ agencyId }) => agencyId === agencyIds.get('samsat'))!;
    const week = { booths: [{ boothId: samsat.boothId, revision: samsat.revision }], validFrom: today.day };
    await assert.rejects(calendar().setWeek({ ...week, hours: [] }), { code: 'DAY_CUT' });
    await calendar().setWeek({ ...week, hours: samsat.weeks[0]!.hours.map((hours) => ({ ...hours })) });
    const administrator = await mall.staff('administrator');
    const csv = `date,kind,name,decree,confidence\n${today.day},holiday,Hari pemilihan,Keppres,seen\n`;
    await assert.rejects(mall.as(calendarProcedures, administrator).importHolidays({ csv }), {
      code: 'DAY_CUT',
    });
  });

  it('of today are told to whoever waits, the own ones of the agency before those of the mall', async () => {
    const today = { day: '2026-11-24', reason: 'Listrik padam', hours: [] };
    await mall.sql("delete from event where kind = 'booth-notice'");
    await calendar().addException(special({ ...today, knownWaiting: 3 }));
    const told = await mall.sql<{ payload: object }>(
      "select payload from event where kind = 'booth-notice' order by payload ->> 'series'",
    );
    const shut = { notice: 'shortened', clock: null };
    assert.deepEqual(
      told.map(({ payload }) => payload),
      [
        { ...shut, series: 'A', agency: 'Disdukcapil' },
        { ...shut, series: 'U', agency: 'UPPD Samsat' },
      ],
    );
    const own = { scope: 'agency', agencyId: agencyIds.get('samsat')!, reason: 'Genset' };
    const hours = [{ opens: '08:00', closes: '11:00' }];
    await calendar().addException(special({ ...today, ...own, hours }));
    const onPhones = async (slug: string) => {
      const notices = await mall.within((tx) => mapNotices(tx, { id: mall.mallId, timeZone: ZONE }));
      return notices.get(agencyIds.get(slug)!)?.today;
    };
    assert.deepEqual(await onPhones('samsat'), { reason: 'Genset', closes: '11:00' });
    assert.deepEqual(await onPhones('disdukcapil'), { reason: 'Listrik padam', closes: null });
    await mall.sql('delete from day_exception');
    const usual = await onPhones('disdukcapil');
    assert.equal(usual?.reason, null);
    assert.ok(usual.closes, 'its ordinary closing is told too');
    const administrator = await mall.staff('administrator');
    const csv = `date,kind,name,decree,confidence\n${today.day},holiday,Hari pemilihan,Keppres,seen\n`;
    await mall.as(calendarProcedures, administrator).importHolidays({ csv, knownWaiting: 9 });
    assert.deepEqual(await onPhones('disdukcapil'), { reason: 'Hari pemilihan', closes: null });
  });

  it('cannot overlap even for who writes past the rule, nor belong to another mall', async () => {
    const insert = (firstDay: string) =>
      mall.sql(
        `insert into season (mall_id, id, name, basis, first_day, last_day)
         values ($1, gen_random_uuid(), 'Lain', 'Contoh', $2, '2026-12-22')`,
        [mall.mallId, firstDay],
      );
    await assert.rejects(insert('2026-12-22'), { constraint: 'season_apart' });
    const stranger = { ...manager, mallId: '01900000-0000-7000-8000-000000000000' };
    const [season] = (await calendar().listSpecialDays()).seasons;
    await assert.rejects(calendar(stranger).endSeason({ seasonId: season!.id }), {
      code: 'SEASON_UNKNOWN',
    });
  });
});
