import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mallsProcedures } from '#areas/malls/procedures.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { floorPlansProcedures } from './procedures.ts';

describe('the floors', () => {
  let mall: TestMall;
  let keeper: StaffActor;
  let siteId: string;
  before(async () => {
    mall = await withTestMall();
    keeper = await mall.staff('administrator');
    const [site] = await mall.as(mallsProcedures, keeper).listPlaces();
    siteId = site!.id;
  });
  after(() => mall.stop());

  const plans = (who: StaffActor = keeper) => mall.as(floorPlansProcedures, who);

  it('are begun with a proposal that holds the booths of the floor, and everybody sees what was saved', async () => {
    await mall.sql('delete from floor_plan');
    const proposed = await plans().getFloorPlan({ siteId, floor: 1 });
    assert.equal(proposed.version, 0);
    const booths = await mall.sql<{ count: number }>(
      `select count(*)::int from booth b join zone z on z.id = b.zone_id where z.floor = 1 and z.site_id = $1`,
      [siteId],
    );
    assert.equal(proposed.items.filter(({ kind }) => kind === 'booth').length, booths[0]!.count);
    const open = () => mall.as(floorPlansProcedures, PUBLIC_ACTOR).listFloorPlans({});
    assert.deepEqual(await open(), []);
    assert.deepEqual(await plans().saveFloorPlan(proposed), { version: 1 });
    assert.deepEqual((await open())[0]?.items, proposed.items);
  });

  it('are not overwritten unseen, and hold nothing that cannot stand', async () => {
    const plan = await plans().getFloorPlan({ siteId, floor: 1 });
    const [first] = plan.items;
    assert.deepEqual(await plans().saveFloorPlan({ ...plan, items: plan.items.slice(1) }), { version: 2 });
    await assert.rejects(plans().saveFloorPlan(plan), { code: 'CHANGED_MEANWHILE' });
    const save = (items: typeof plan.items) => plans().saveFloorPlan({ ...plan, version: 2, items });
    await assert.rejects(save([first!, { ...first!, kind: 'lift', agencyId: null }]), {
      code: 'PLAN_OVERLAP',
    });
    await assert.rejects(save([{ ...first!, x: plan.columns - 1 }]), { code: 'PLAN_OUTSIDE' });
    await assert.rejects(save([{ ...first!, agencyId: crypto.randomUUID() }]), { code: 'AGENCY_UNKNOWN' });
    await assert.rejects(save([{ ...first!, agencyId: null }]), { code: 'BAD_REQUEST' });
    await assert.rejects(plans().saveFloorPlan({ ...plan, siteId: crypto.randomUUID() }), {
      code: 'SITE_UNKNOWN',
    });
  });

  it('are drawn by administrators alone', async () => {
    const manager = await mall.staff('manager');
    const plan = await plans(manager).getFloorPlan({ siteId, floor: 1 });
    await assert.rejects(plans(manager).saveFloorPlan(plan), { code: 'FORBIDDEN' });
  });
});
