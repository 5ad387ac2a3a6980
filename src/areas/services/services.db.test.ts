import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { balangan } from '#scenarios/balangan/facts.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { PUBLIC_ACTOR } from '#platform/contract/access.ts';
import { servicesProcedures } from './procedures.ts';

describe('services of a mall', () => {
  let mall: TestMall;
  before(async () => (mall = await withTestMall()));
  after(() => mall.stop());
  const client = () => mall.as(servicesProcedures, PUBLIC_ACTOR);

  it('are all told with the fee and time that the source gives, unknown where it gives none', async () => {
    const services = await client().listServices({});
    assert.equal(services.length, balangan.services.length);
    for (const service of services) {
      const facts = balangan.services.find(({ code }) => code === service.code)!;
      assert.deepEqual(service.fee, facts.fee);
      assert.equal(service.promisedTime.kind, facts.promisedTime.kind);
      assert.deepEqual(service.requirements, facts.requirements);
    }
    assert.ok(services.some((service) => service.fee.kind === 'unknown'));
  });

  it('are found by words, and by agency', async () => {
    const found = await client().listServices({ search: 'e-ktp hilang' });
    assert.deepEqual(
      found.map((service) => service.code),
      ['DKC-02'],
    );
    const own = await client().listServices({ agency: 'samsat' });
    assert.ok(own.length > 1 && own.every((service) => service.agencySlug === 'samsat'));
    assert.deepEqual(await client().listServices({ agency: 'bukan-instansi' }), []);
    assert.deepEqual(await client().listServices({ search: "'; drop table service; --" }), []);
  });

  it('are told one at a time by their address', async () => {
    const service = await client().getService({ slug: 'ktp-el-hilang-rusak' });
    assert.equal(service.name, 'KTP-el hilang atau rusak');
    assert.equal(service.agencyShortName, 'Disdukcapil');
  });

  it('that are unknown, withdrawn or of an agency that left are refused', async () => {
    await mall.sql(`update service set active = false where code = 'DKC-01'`);
    await mall.sql(`update agency set active = false where slug = 'pdam'`);
    const gone = balangan.services.filter(({ code, agency }) => code === 'DKC-01' || agency === 'pdam');
    for (const slug of ['tidak-ada', ...gone.map((service) => service.slug)]) {
      await assert.rejects(client().getService({ slug }), { code: 'SERVICE_UNKNOWN', status: 404 }, slug);
    }
    const left = await client().listServices({});
    assert.equal(left.length, balangan.services.length - gone.length);
  });
});
