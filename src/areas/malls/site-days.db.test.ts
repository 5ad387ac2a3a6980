import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AgencyValues } from '#areas/agencies/contract.ts';
import { agenciesProcedures } from '#areas/agencies/procedures.ts';
import { auditProcedures } from '#areas/audit/procedures.ts';
import { capacityProcedures } from '#areas/capacity/procedures.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { reportsProcedures } from '#areas/reports/procedures.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { readChanges, takeBack } from '#platform/values/changes.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { SiteValues } from './contract.ts';
import { mallsProcedures } from './procedures.ts';

const TUESDAY = '2026-11-24';
const SERVICE = 'ktp-el-baru';

describe('a site with days of its own', () => {
  let mall: TestMall;
  let keeper: StaffActor;
  let standId: string;
  let tentId: string;
  before(async () => {
    mall = await withTestMall({ at: `${TUESDAY}T09:00+08:00` });
    keeper = await mall.staff('administrator');
    ({ siteId: standId } = await places().addSite({ ...STAND, ...days(null, null) }));
    ({ zoneId: tentId } = await places().addZone({ name: 'Tenda', floor: 1, siteId: standId }));
    await moveTo(tentId);
  });
  after(() => mall.stop());

  const STAND = { name: 'Stan Festival', address: 'Lapangan Martasura' };
  const days = (openFrom: string | null, openUntil: string | null) => ({ openFrom, openUntil });
  const places = () => mall.as(mallsProcedures, keeper);
  const stand = async () => (await places().listPlaces()).find(({ id }) => id === standId)!;
  const setDays = async (openFrom: string | null, openUntil: string | null) => {
    const { version } = await stand();
    return places().saveSite({ ...STAND, ...days(openFrom, openUntil), siteId: standId, version });
  };
  /** Disdukcapil's booth goes into this zone. */
  async function moveTo(zoneId: string) {
    const kept = await mall.as(agenciesProcedures, keeper).listKeptAgencies();
    const { id, version, ...agency } = kept.find(({ slug }) => slug === 'disdukcapil')!;
    const values = AgencyValues.parse({ ...agency, zoneId });
    return mall.as(agenciesProcedures, keeper).saveAgency({ ...values, agencyId: id, version });
  }
  const issue = () => mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: SERVICE });
  const leave = (token: string) => mall.as(queueProcedures, PUBLIC_ACTOR).cancelTicket({ token });
  const state = async () => {
    const { booths } = await mall.as(capacityProcedures, PUBLIC_ACTOR).listBoothStates({});
    return booths.find(({ agencySlug }) => agencySlug === 'disdukcapil')!;
  };

  it('gives numbers from its first to its last day, and says before and after why not and when', async () => {
    await setDays('2026-11-25', '2026-11-26');
    await assert.rejects(issue(), {
      code: 'SITE_NOT_YET',
      data: {
        because: 'site-not-yet',
        day: '2026-11-25',
        opensAt: Date.parse('2026-11-25T08:00+08:00'),
        agency: 'Disdukcapil',
      },
    });
    // The day is the mall's: on its wall the 25th begins at 16:00 of the 24th in Greenwich.
    await mall.setClock('2026-11-24T15:59:00Z');
    assert.equal((await state()).code, 'SITE_NOT_YET');
    await mall.setClock('2026-11-24T16:01:00Z');
    assert.equal((await state()).code, 'BOOTH_CLOSED');
    for (const moment of ['2026-11-25T08:01+08:00', '2026-11-26T14:29+08:00']) {
      await mall.setClock(moment);
      await leave((await issue()).token);
    }
    await mall.setClock('2026-11-27T00:01+08:00');
    const over = await state();
    assert.deepEqual(
      [over.code, over.opensAt, over.siteDays],
      ['SITE_OVER', null, { from: '2026-11-25', until: '2026-11-26' }],
    );
    await assert.rejects(issue(), {
      code: 'SITE_OVER',
      data: { because: 'site-over', day: '2026-11-26', agency: 'Disdukcapil' },
    });
    await mall.setClock(`${TUESDAY}T09:00+08:00`);
  });

  it('stays in the reports of its days when it is over', async () => {
    await setDays(null, null);
    await leave((await issue()).token);
    await setDays(null, '2026-11-23');
    assert.equal((await state()).code, 'SITE_OVER');
    const report = await mall.as(reportsProcedures, keeper).getDayReport({ day: TUESDAY });
    assert.ok(report.byService.some(({ agencySlug }) => agencySlug === 'disdukcapil'));
  });

  it('does not end before it begins, by the rule and by the database', async () => {
    await assert.rejects(setDays('2026-11-26', '2026-11-25'), { code: 'SITE_DAYS' });
    await assert.rejects(places().addSite({ ...STAND, ...days('2026-11-26', '2026-11-25') }), {
      code: 'SITE_DAYS',
    });
    const change = `update site set open_from = '2026-11-26', open_until = '2026-11-25' where id = $1`;
    await assert.rejects(mall.sql(change, [standId]), { constraint: 'site_days' });
    await setDays('2026-11-26', '2026-11-26');
    await setDays(null, null);
  });

  it('is not shut over people who wait there today, whichever way', async () => {
    const { token } = await issue();
    const waited = { code: 'SITE_WAITED_AT', data: { name: 'Stan Festival', waiting: 1 } };
    await assert.rejects(setDays(null, '2026-11-23'), waited);
    await assert.rejects(setDays('2026-11-25', null), waited);
    await setDays(TUESDAY, TUESDAY);
    const { siteId: elsewhere } = await places().addSite({
      name: 'Stan lama',
      address: 'Alun-alun',
      ...days(null, '2026-11-20'),
    });
    const [tent] = (await stand()).zones;
    const moved = { name: 'Tenda', floor: 1, siteId: elsewhere, zoneId: tentId, version: tent!.version };
    await assert.rejects(places().saveZone(moved), { code: 'SITE_WAITED_AT' });
    const { zoneId: oldTent } = await places().addZone({ name: 'Tenda lama', floor: 1, siteId: elsewhere });
    await assert.rejects(moveTo(oldTent), {
      code: 'SITE_WAITED_AT',
      data: { name: 'Disdukcapil', waiting: 1 },
    });
    await leave(token);
    await setDays(null, '2026-11-23');
    await setDays(null, null);
  });

  it('and a number that is asked for at the same moment: one of the two gives way', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [given, shut] = await Promise.allSettled([issue(), setDays(null, '2026-11-23')]);
      if (given.status === 'fulfilled') {
        assert.equal(shut.status, 'rejected', 'somebody waits at a site that is over');
        assert.equal((shut.reason as { code: string }).code, 'SITE_WAITED_AT');
        await leave(given.value.token);
      } else assert.equal((given.reason as { code: string }).code, 'SITE_OVER');
      if (shut.status === 'fulfilled') await setDays(null, null);
    }
  });

  it('has its days on the trail, and gets the former ones back', async () => {
    await setDays(TUESDAY, '2026-11-29');
    await setDays(TUESDAY, '2026-11-30');
    const { lines } = await mall
      .as(auditProcedures, keeper)
      .listTrail({ subject: { kind: 'site', id: standId } });
    const changes = readChanges(lines[0]!.facts);
    assert.deepEqual(
      changes.map(({ field, from, to }) => [field, from, to]),
      [['openUntil', '2026-11-29', '2026-11-30']],
    );
    const { version, ...site } = await stand();
    const former = SiteValues.parse(takeBack(site, changes));
    await places().saveSite({ ...former, siteId: standId, version });
    assert.equal((await stand()).openUntil, '2026-11-29');
  });
});
