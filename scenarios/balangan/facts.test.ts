import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { balanganDemand } from './demand.ts';
import { balangan } from './facts.ts';

const { mall, agencies, services, staff } = balangan;

describe('the Balangan scenario', () => {
  it('is marked as sample data and stands in WITA', () => {
    assert.equal(mall.sampleData, true);
    assert.equal(balanganDemand.sampleData, true);
    assert.equal(mall.zone, 'Asia/Makassar');
    assert.equal(mall.launchedOn, '2025-12-15');
  });

  it('has the eighteen agencies that signed, Samsat, banks and the police among them', () => {
    assert.equal(agencies.length, 18);
    for (const slug of ['samsat', 'bank-kalsel', 'bri', 'polres']) {
      assert.ok(
        agencies.some((agency) => agency.slug === slug),
        slug,
      );
    }
  });

  it('offers at least sixty services, and each agency at least four', () => {
    assert.ok(services.length >= 60, String(services.length));
    for (const agency of agencies) {
      const count = services.filter((service) => service.agency === agency.slug).length;
      assert.ok(count >= 4, `${agency.slug} offers ${count}`);
    }
  });

  it('holds the tariffs that were found', () => {
    const feeOf = (code: string) => services.find((service) => service.code === code)?.fee;
    assert.deepEqual(feeOf('DKC-07'), { kind: 'free', basis: 'UU 24/2013 Pasal 79A' });
    assert.ok(feeOf('POL-01')?.kind === 'fixed');
    assert.match(JSON.stringify(feeOf('POL-01')), /30000.*PP 76\/2020/);
    assert.match(JSON.stringify(feeOf('POL-03')), /80000/);
    assert.match(JSON.stringify(feeOf('POL-04')), /75000/);
    assert.equal(feeOf('SMT-01')?.kind, 'by-table');
    assert.equal(feeOf('TSP-01')?.kind, 'unknown');
  });

  it('has a head for each agency with several counters', () => {
    const headed = staff.filter(({ role }) => role === 'agency-head').map(({ agency }) => agency);
    for (const slug of ['disdukcapil', 'dpmptsp', 'samsat', 'polres', 'bpjs-kesehatan', 'pertanahan']) {
      assert.ok(headed.includes(slug), slug);
    }
  });
});
