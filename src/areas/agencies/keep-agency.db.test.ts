import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { auditProcedures } from '#areas/audit/procedures.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { newId } from '#platform/random/ids.ts';
import { readChanges } from '#platform/values/changes.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import type { AgencyValues, KeptAgency } from './contract.ts';
import { agenciesProcedures } from './procedures.ts';

const NINE = '2026-11-24T09:00+08:00';

describe('agencies that are kept', () => {
  let mall: TestMall;
  let keeper: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: NINE, schedule: 'demo' });
    keeper = await mall.staff('administrator', undefined, { name: 'Fitriansyah' });
  });
  after(() => mall.stop());

  const as = (actor: StaffActor) => mall.as(agenciesProcedures, actor);
  const bySlug = async (slug: string) =>
    (await as(keeper).listKeptAgencies()).find((one) => one.slug === slug)!;
  const save = (agency: KeptAgency, change: Partial<AgencyValues> = {}, actor = keeper) =>
    as(actor).saveAgency({ ...inputOf(agency), ...change, agencyId: agency.id, version: agency.version });
  const trailOf = async (agencyId: string) =>
    (await mall.as(auditProcedures, keeper).listTrail({ subject: { kind: 'agency', id: agencyId } })).lines;
  const fresh = async (change: Partial<AgencyValues> = {}): Promise<AgencyValues> => ({
    name: 'Badan Narkotika Nasional',
    shortName: 'BNN',
    slug: 'bnn',
    kind: 'vertical-office',
    series: 'ZZ',
    icon: 'shield-check',
    servesHolidays: false,
    active: true,
    zoneId: (await bySlug('disdukcapil')).zone.id,
    boothName: 'BNN',
    lastIntakeMinutes: 20,
    counters: [90],
    ...change,
  });

  it('begin with booth and counters, and are told to everybody', async () => {
    const { agencyId } = await as(keeper).addAgency(await fresh({ counters: [92, 91, 91] }));
    const told = await mall.as(agenciesProcedures, PUBLIC_ACTOR).listAgencies({});
    const agency = told.find(({ id }) => id === agencyId)!;
    assert.deepEqual(
      agency.counters.map(({ number }) => number),
      [91, 92],
    );
    assert.deepEqual((await trailOf(agencyId))[0]!.facts['counters'], '91, 92');
    await as(keeper).removeAgency({ agencyId, version: 1 });
    assert.equal(await bySlug('bnn'), undefined);
  });

  it('are changed field by field, and the trail holds what it was and what it became', async () => {
    const agency = await bySlug('dinsos');
    const { version } = await save(agency, { name: 'Dinas Sosial P3A', series: 'SS', counters: [5, 95] });
    assert.equal(version, agency.version + 1);
    const [line] = await trailOf(agency.id);
    assert.equal(line!.actorName, 'Fitriansyah');
    assert.deepEqual(readChanges(line!.facts), [
      { field: 'name', from: agency.name, to: 'Dinas Sosial P3A' },
      { field: 'series', from: 'S', to: 'SS' },
      { field: 'counters', from: [5], to: [5, 95] },
    ]);
    const again = await bySlug('dinsos');
    await save(again);
    assert.equal((await bySlug('dinsos')).version, again.version);
    assert.equal((await trailOf(agency.id)).length, 1);
  });

  it('have a series, an address and counters of their own; the nearest free series is named', async () => {
    const agency = await bySlug('dinsos');
    await assert.rejects(save(agency, { series: 'A' }), (error: { code: string; data: object }) => {
      assert.equal(error.code, 'SERIES_TAKEN');
      assert.partialDeepStrictEqual(error.data, { series: 'A', agency: 'Disdukcapil' });
      assert.match(String(Reflect.get(error.data, 'free')), /^[B-Z]$/);
      return true;
    });
    await assert.rejects(save(agency, { slug: 'disdukcapil' }), { code: 'SLUG_TAKEN' });
    await assert.rejects(save(agency, { counters: [5, 2] }), {
      code: 'COUNTER_ELSEWHERE',
      data: { counter: 2, agency: 'Disdukcapil' },
    });
    for (const series of ['I', 'O', 'Q', 'ABC', 'a', ''])
      await assert.rejects(save(agency, { series }), { code: 'BAD_REQUEST' }, series);
  });

  it('keep one counter as long as they serve, and a zone of their own mall', async () => {
    const agency = await bySlug('dinsos');
    await assert.rejects(save(agency, { counters: [] }), { code: 'BOOTH_WITHOUT_COUNTER' });
    await assert.rejects(save(agency, { zoneId: newId() }), { code: 'ZONE_UNKNOWN' });
  });

  it('are not made inactive while somebody waits, and give no number after', async () => {
    const kiosk = mall.as(queueProcedures, mall.kiosk());
    await kiosk.issueTicket({ service: 'skck-baru' });
    const police = await bySlug('polres');
    await assert.rejects(save(police, { active: false }), {
      code: 'PEOPLE_STILL_WAIT',
      data: { name: police.shortName, waiting: 1 },
    });
    await assert.rejects(mall.sql(`update agency set active = false where slug = 'polres'`), /1 people wait/);
    await mall.sql(`update stop set state = 'done', outcome = 'left' where agency_id = $1`, [police.id]);
    await save(police, { active: false });
    await assert.rejects(kiosk.issueTicket({ service: 'skck-baru' }), (error: { code: string }) =>
      ['SERVICE_UNKNOWN', 'AGENCY_CLOSED'].includes(error.code),
    );
    await save(await bySlug('polres'), { active: true });
    await kiosk.issueTicket({ service: 'skck-baru' });
  });

  it('never end with somebody in the line of an agency that is gone, however numbers and the change race', async () => {
    const agency = await bySlug('samsat');
    const kiosk = mall.as(queueProcedures, mall.kiosk());
    const issue = () => kiosk.issueTicket({ service: 'pajak-kendaraan-tahunan' }).catch(() => undefined);
    await Promise.all([
      issue(),
      issue(),
      save(agency, { active: false }).catch(() => undefined),
      issue(),
      issue(),
    ]);
    const [row] = await mall.sql<{ active: boolean; waiting: number }>(
      `select a.active, (select count(*)::int from stop s where s.agency_id = a.id and s.state = 'waiting') as waiting
       from agency a where a.id = $1`,
      [agency.id],
    );
    assert.ok(row!.active || row!.waiting === 0, JSON.stringify(row));
  });

  it('keep a counter at which somebody sits, where it is', async () => {
    const officer = await mall.staff('officer', 'disdukcapil');
    await sitDown(mall, officer);
    const agency = await bySlug('disdukcapil');
    await assert.rejects(save(agency, { counters: [2, 3, 4] }), {
      code: 'COUNTER_IN_USE',
      data: { counter: '1' },
    });
    const toAgencyId = (await bySlug('dinsos')).id;
    await assert.rejects(as(keeper).moveCounter({ number: 1, agencyId: agency.id, toAgencyId }), {
      code: 'COUNTER_IN_USE',
    });
    await mall.as(queueProcedures, officer).closeCounter({});
    await save(agency, { counters: [2, 3, 4] });
    await assert.rejects(
      mall.sql(
        `insert into counter_session (mall_id, id, counter_id, staff_id, opened_at)
         select mall_id, gen_random_uuid(), id, $1, now() from counter where number = 1`,
        [officer.id],
      ),
      /counter is gone/,
    );
    await save(await bySlug('disdukcapil'), { counters: [1, 2, 3, 4] });
  });

  it('give a counter to another booth, on the trail of both, and never the last one', async () => {
    const from = await bySlug('dinsos');
    const to = await bySlug('disdukcapil');
    await as(keeper).moveCounter({ number: 95, agencyId: from.id, toAgencyId: to.id });
    assert.deepEqual((await bySlug('disdukcapil')).counters, [1, 2, 3, 4, 95]);
    for (const { id } of [from, to])
      assert.equal(readChanges((await trailOf(id))[0]!.facts)[0]!.field, 'counters');
    await assert.rejects(as(keeper).moveCounter({ number: 5, agencyId: from.id, toAgencyId: to.id }), {
      code: 'BOOTH_WITHOUT_COUNTER',
    });
    await assert.rejects(as(keeper).moveCounter({ number: 999, agencyId: from.id, toAgencyId: to.id }), {
      code: 'COUNTER_UNKNOWN',
    });
    const back = { agencyId: to.id, toAgencyId: from.id };
    await Promise.allSettled([1, 2, 3, 4, 95].map((number) => as(keeper).moveCounter({ number, ...back })));
    assert.equal((await bySlug('disdukcapil')).counters.length, 1);
  });

  it('tell the second of two who change the same thing that it changed meanwhile', async () => {
    const agency = await bySlug('bpjs-kesehatan');
    const other = await mall.staff('administrator');
    const results = await Promise.allSettled([
      save(agency, { name: 'BPJS Kesehatan Cabang Barabai' }),
      save(agency, { name: 'BPJS Kesehatan Cabang Banjarmasin' }, other),
    ]);
    const refused = results.filter((result) => result.status === 'rejected');
    assert.equal(refused.length, 1);
    assert.equal((refused[0]!.reason as { code: string }).code, 'CHANGED_MEANWHILE');
  });

  it('are taken out only when they were never used', async () => {
    const used = await bySlug('kemenag');
    await assert.rejects(as(keeper).removeAgency({ agencyId: used.id, version: used.version }), {
      code: 'AGENCY_USED',
    });
    assert.deepEqual(await bySlug('kemenag'), used);
  });

  it('are changed by the administrator, read by the manager, and not for officers or another mall', async () => {
    const agency = await bySlug('kemenag');
    const manager = await mall.staff('manager');
    assert.equal((await as(manager).getKeptAgency({ agencyId: agency.id })).slug, 'kemenag');
    await assert.rejects(save(agency, { name: 'Kemenag' }, manager), { code: 'FORBIDDEN' });
    const officer = await mall.staff('officer', 'kemenag');
    await assert.rejects(as(officer).listKeptAgencies(), { code: 'FORBIDDEN' });
    const stranger = { ...keeper, mallId: newId() };
    assert.deepEqual(await as(stranger).listKeptAgencies(), []);
    await assert.rejects(as(stranger).getKeptAgency({ agencyId: agency.id }), { code: 'AGENCY_UNKNOWN' });
    await assert.rejects(save(agency, { name: 'Kemenag' }, stranger), { code: 'AGENCY_UNKNOWN' });
    await assert.rejects(as(stranger).removeAgency({ agencyId: agency.id, version: agency.version }), {
      code: 'AGENCY_UNKNOWN',
    });
  });
});

function inputOf({ name, shortName, slug, kind, series, icon, zone, ...rest }: KeptAgency): AgencyValues {
  const { servesHolidays, active, boothName, lastIntakeMinutes, counters } = rest;
  const booth = { zoneId: zone.id, boothName, lastIntakeMinutes, counters };
  const agency = { name, shortName, slug, kind, series, icon: icon as AgencyValues['icon'] };
  return { ...agency, ...booth, servesHolidays, active };
}
