import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { balangan } from '#scenarios/balangan/facts.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { PUBLIC_ACTOR } from '#platform/contract/access.ts';
import { agenciesProcedures } from './procedures.ts';

describe('agencies of a mall', () => {
  let mall: TestMall;
  before(async () => (mall = await withTestMall()));
  after(() => mall.stop());
  const list = () => mall.as(agenciesProcedures, PUBLIC_ACTOR).listAgencies({});

  it('are told to everybody by short name, with zone, counters and the hours of their week', async () => {
    const agencies = await list();
    assert.equal(agencies.length, 18);
    const names = agencies.map((agency) => agency.shortName);
    assert.deepEqual(
      names,
      names.toSorted((a, b) => a.localeCompare(b, 'id')),
    );
    for (const agency of agencies) {
      const facts = balangan.agencies.find(({ slug }) => slug === agency.slug)!;
      assert.equal(agency.zone.slug, facts.zone);
      assert.equal(agency.series, facts.series);
      assert.deepEqual(
        agency.counters.map((counter) => counter.number),
        facts.counters,
      );
      assert.deepEqual(
        agency.weekly,
        facts.realWeekly.toSorted((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1)),
      );
    }
  });

  it('leave out an agency that no longer serves and a counter that was taken away', async () => {
    await mall.sql(`update agency set active = false where slug = 'pdam'`);
    await mall.sql('update counter set active = false where number = 4');
    const agencies = await list();
    assert.ok(!agencies.some((agency) => agency.slug === 'pdam'));
    const registry = agencies.find((agency) => agency.slug === 'disdukcapil')!;
    assert.deepEqual(
      registry.counters.map((counter) => counter.number),
      [1, 2, 3],
    );
  });

  it('of a mall that is not there are refused as such', async () => {
    await assert.rejects(mall.as(agenciesProcedures, PUBLIC_ACTOR).listAgencies({ mall: 'tidak-ada' }), {
      code: 'MALL_UNKNOWN',
      status: 404,
    });
  });
});
