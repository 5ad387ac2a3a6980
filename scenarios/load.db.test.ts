import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listBoothStates } from '#areas/capacity/public.ts';
import { getCrowd } from '#areas/rehearsal/public.ts';
import { balangan } from './balangan/facts.ts';
import { loadScenario, type ScenarioSchedule } from './load.ts';
import { withTestMall, type TestMall } from './testing/test-mall.ts';

describe('loading a scenario', () => {
  let mall: TestMall;
  before(async () => (mall = await withTestMall({ schedule: 'demo' })));
  after(() => mall.stop());
  const load = (schedule: ScenarioSchedule) => loadScenario({ pool: mall.pool, facts: balangan, schedule });
  const place = () => ({ id: mall.mallId, timeZone: balangan.mall.zone });
  const counts = () =>
    mall.sql(`select (select count(*) from mall) as malls, (select count(*) from agency) as agencies,
      (select count(*) from counter) as counters, (select count(*) from service) as services,
      (select count(*) from audit_line) as lines`);

  it('a second time, also by several at once, changes nothing', async () => {
    const before = await counts();
    const again = await Promise.all([load('demo'), load('demo'), load('real')]);
    assert.deepEqual(
      again.map(({ mallId }) => mallId),
      [mall.mallId, mall.mallId, mall.mallId],
    );
    assert.deepEqual(await counts(), before);
    assert.equal(before[0]!['services'], balangan.services.length);
    assert.equal(
      before[0]!['counters'],
      balangan.agencies.reduce((sum, agency) => sum + agency.counters.length, 0),
    );
  });

  it('for a demonstration gives numbers at every hour of every day, on holidays too, with a crowd', async () => {
    for (const at of ['2026-12-25T00:01+08:00', '2026-11-28T23:59+08:00', '2026-11-27T12:00+08:00']) {
      await mall.setClock(at);
      const booths = await mall.within((tx) => listBoothStates(tx, place()));
      assert.ok(
        booths.every((booth) => booth.givesNumbers),
        at,
      );
    }
    assert.equal((await mall.within((tx) => getCrowd(tx, mall.mallId))).mode, 'running');
  });

  it('with real hours has no crowd and rests on Sunday', async () => {
    const real = await withTestMall({ schedule: 'real', at: '2026-11-29T10:00+08:00' });
    try {
      const mallPlace = { id: real.mallId, timeZone: balangan.mall.zone };
      const booths = await real.within((tx) => listBoothStates(tx, mallPlace));
      assert.ok(booths.every((booth) => booth.code === 'BOOTH_CLOSED'));
      assert.equal((await real.within((tx) => getCrowd(tx, real.mallId))).mode, 'off');
    } finally {
      await real.stop();
    }
  });

  it('refuses facts that contradict themselves, and leaves nothing behind', async () => {
    const [first, ...others] = balangan.agencies;
    const twice = [
      { weekday: 1, opens: '08:00', closes: '12:00' },
      { weekday: 1, opens: '11:00', closes: '15:00' },
    ] as const;
    const facts = {
      ...balangan,
      mall: { ...balangan.mall, slug: 'rusak' },
      agencies: [...others, { ...first!, realWeekly: twice }],
    };
    await assert.rejects(
      loadScenario({ pool: mall.pool, facts, schedule: 'real' }),
      /disdukcapil, number 1: overlaps/,
    );
    const homeless = { ...facts, agencies: others };
    await assert.rejects(loadScenario({ pool: mall.pool, facts: homeless, schedule: 'real' }), /disdukcapil/);
    assert.deepEqual(await mall.sql('select slug from mall'), [{ slug: 'balangan' }]);
  });
});
