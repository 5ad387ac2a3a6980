import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { rehearsalProcedures } from './procedures.ts';

describe('the setting of the simulated crowd', () => {
  let mall: TestMall;
  before(async () => (mall = await withTestMall({ schedule: 'demo' })));
  after(() => mall.stop());
  const as = async (role: 'manager' | 'administrator' | 'officer') =>
    mall.as(rehearsalProcedures, await mall.staff(role, role === 'officer' ? 'polres' : undefined));

  it('is running at its own pace in a demonstration', async () => {
    const crowd = await (await as('manager')).getCrowd();
    assert.deepEqual(crowd, { mode: 'running', speed: 1, visitorsPerHour: 25 });
  });

  it('is changed by the manager, told to the screens of the mall and kept on the trail', async () => {
    const manager = await as('manager');
    const fast = { mode: 'running', speed: 10, visitorsPerHour: 60 } as const;
    assert.deepEqual(await manager.setCrowd(fast), fast);
    assert.deepEqual(await (await as('administrator')).getCrowd(), fast);
    const [event] = await mall.sql(`select topics, payload from event order by number desc limit 1`);
    assert.deepEqual(event, { topics: [`mall:${mall.mallId}`], payload: {} });
    const [line] = await mall.sql(`select subject_kind, facts from audit_line order by at desc limit 1`);
    assert.deepEqual(line, { subject_kind: 'crowd', facts: fast });
  });

  it('keeps its bounds', async () => {
    const manager = await as('manager');
    const before = await manager.getCrowd();
    for (const wrong of [{ speed: 61 }, { speed: 0 }, { speed: 1.5 }, { visitorsPerHour: 601 }]) {
      await assert.rejects(manager.setCrowd({ ...before, ...wrong }), { code: 'BAD_REQUEST' });
    }
    assert.deepEqual(await manager.getCrowd(), before);
  });

  it('is none of an officer’s business', async () => {
    await assert.rejects((await as('officer')).getCrowd(), { code: 'FORBIDDEN' });
  });

  it('is off in a mall where nobody ever set one', async () => {
    await mall.sql('delete from crowd_setting');
    assert.equal((await (await as('manager')).getCrowd()).mode, 'off');
  });
});
