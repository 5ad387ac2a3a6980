import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { agenciesProcedures } from '#areas/agencies/procedures.ts';
import { staffProcedures } from '#areas/staff/procedures.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { newId } from '#platform/random/ids.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { mallsProcedures } from './procedures.ts';

const ALWAYS_THERE = { openFrom: null, openUntil: null };

describe('places that are kept', () => {
  let mall: TestMall;
  let keeper: StaffActor;
  before(async () => {
    mall = await withTestMall();
    keeper = await mall.staff('administrator');
  });
  after(() => mall.stop());

  const as = (actor: StaffActor) => mall.as(mallsProcedures, actor);
  const places = () => as(keeper).listPlaces();
  const zoneNamed = async (name: string) =>
    (await places()).flatMap(({ zones }) => zones).find((zone) => zone.name === name);

  it('are sites with their zones, which a new booth can stand in at once', async () => {
    const { siteId } = await as(keeper).addSite({
      name: 'Stan Festival',
      address: 'Lapangan Martasura',
      ...ALWAYS_THERE,
    });
    const { zoneId } = await as(keeper).addZone({ name: 'Zona Tenda', floor: 0, siteId });
    const site = (await places()).find(({ id }) => id === siteId)!;
    assert.equal(site.slug, 'stan-festival');
    assert.deepEqual(
      site.zones.map(({ id, slug, floor }) => [id, slug, floor]),
      [[zoneId, 'zona-tenda', 0]],
    );
    const before = await mall.as(mallsProcedures, PUBLIC_ACTOR).getMall({});
    await as(keeper).addSite({ name: 'Aula seberang', address: 'Jalan A. Yani', ...ALWAYS_THERE });
    const told = await mall.as(mallsProcedures, PUBLIC_ACTOR).getMall({});
    assert.deepEqual(told.site, before.site, 'a new site is not the address of the mall');
    assert.ok(told.zones.some(({ id }) => id === zoneId));
  });

  it('get a key of their own also when two have one name, and keep it when the name changes', async () => {
    const [site] = await places();
    const values = { name: 'Zona Tenda', floor: 1, siteId: site!.id };
    const { zoneId } = await as(keeper).addZone(values);
    await as(keeper).saveZone({ ...values, name: 'Zona Taman', zoneId, version: 1 });
    const zone = (await zoneNamed('Zona Taman'))!;
    assert.deepEqual([zone.slug, zone.version], ['zona-tenda-2', 2]);
    await as(keeper).removeZone({ zoneId, version: 2 });
    assert.equal(await zoneNamed('Zona Taman'), undefined);
  });

  it('are not taken away with a booth, a device or a zone in them', async () => {
    const zone = (await zoneNamed('Zona A'))!;
    const { id: zoneId, version } = zone;
    await assert.rejects(as(keeper).removeZone({ zoneId, version }), {
      code: 'PLACE_IN_USE',
      data: { name: 'Zona A', holder: 'booth' },
    });
    const site = (await places()).find(({ id }) => id === zone.siteId)!;
    await assert.rejects(as(keeper).removeSite({ siteId: site.id, version: site.version }), {
      code: 'PLACE_IN_USE',
      data: { name: site.name, holder: 'zone' },
    });
    const { zoneId: fresh } = await as(keeper).addZone({ name: 'Zona Teras', floor: 0, siteId: site.id });
    const deviceId = newId();
    await mall.sql(
      `insert into device (mall_id, id, kind, name, zone_id, paired_at) values ($1, $2, 'board', 'Papan teras', $3, now())`,
      [mall.mallId, deviceId, fresh],
    );
    await assert.rejects(as(keeper).removeZone({ zoneId: fresh, version: 1 }), {
      code: 'PLACE_IN_USE',
      data: { name: 'Zona Teras', holder: 'device' },
    });
    await assert.rejects(
      mall.sql('update zone set active = false where id = $1', [fresh]),
      /in use by a device/,
    );
    await mall.as(staffProcedures, keeper).revokeDevice({ deviceId });
    await as(keeper).removeZone({ zoneId: fresh, version: 1 });
    const booth = (await mall.as(agenciesProcedures, keeper).listKeptAgencies())[0]!;
    await assert.rejects(
      mall.as(agenciesProcedures, keeper).saveAgency({
        ...booth,
        icon: 'store',
        agencyId: booth.id,
        zoneId: fresh,
      }),
      { code: 'ZONE_UNKNOWN' },
    );
  });

  it('keep, in a race, either the zone with its new booth or neither', async () => {
    const site = (await places())[0]!;
    const { zoneId } = await as(keeper).addZone({ name: 'Zona Balapan', floor: 1, siteId: site.id });
    const booth = (await mall.as(agenciesProcedures, keeper).listKeptAgencies())[0]!;
    await Promise.allSettled([
      as(keeper).removeZone({ zoneId, version: 1 }),
      mall.as(agenciesProcedures, keeper).saveAgency({ ...booth, icon: 'store', agencyId: booth.id, zoneId }),
    ]);
    const [row] = await mall.sql<{ active: boolean; booths: number }>(
      `select z.active, (select count(*)::int from booth b where b.zone_id = z.id) as booths from zone z where z.id = $1`,
      [zoneId],
    );
    assert.ok(row!.active || row!.booths === 0, JSON.stringify(row));
  });

  it('tell the second of two who change the same zone that it changed meanwhile', async () => {
    const zone = (await zoneNamed('Zona B'))!;
    const save = (floor: number) =>
      as(keeper).saveZone({
        name: zone.name,
        siteId: zone.siteId,
        floor,
        zoneId: zone.id,
        version: zone.version,
      });
    const results = await Promise.allSettled([save(7), save(8)]);
    assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await assert.rejects(save(9), { code: 'CHANGED_MEANWHILE' });
  });

  it('are changed by the administrator, read by the manager, and not for officers or another mall', async () => {
    const site = (await places())[0]!;
    const { id: siteId, version, address } = site;
    const change = { siteId, version, name: 'Gedung lain', address, ...ALWAYS_THERE };
    const manager = await mall.staff('manager');
    assert.deepEqual(await as(manager).listPlaces(), await places());
    await assert.rejects(as(manager).saveSite(change), { code: 'FORBIDDEN' });
    await assert.rejects(as(await mall.staff('officer', 'polres')).listPlaces(), { code: 'FORBIDDEN' });
    const stranger = { ...keeper, mallId: newId() };
    assert.deepEqual(await as(stranger).listPlaces(), []);
    await assert.rejects(as(stranger).saveSite(change), { code: 'SITE_UNKNOWN' });
    await assert.rejects(as(stranger).addZone({ name: 'Z', floor: 1, siteId: site.id }), {
      code: 'SITE_UNKNOWN',
    });
    const zone = (await zoneNamed('Zona A'))!;
    await assert.rejects(as(stranger).removeZone({ zoneId: zone.id, version: zone.version }), {
      code: 'ZONE_UNKNOWN',
    });
  });
});
