import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { balanganDemand as demand } from './demand.ts';
import { balangan } from './facts.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Visitors per thousand who want a service of this agency. */
function demandOf(agency: string): number {
  const own = balangan.services.filter((service) => service.agency === agency);
  return sum(own.map((service) => demand.visitorsPerThousand[service.code] ?? 0));
}

describe('the simulated crowd', () => {
  it('averages about 25 visitors an hour, with its peak in the morning', () => {
    assert.equal(demand.visitorsByHour.length, 24);
    assert.equal(sum(demand.visitorsByHour) / 24, 25);
    const peak = demand.visitorsByHour.indexOf(Math.max(...demand.visitorsByHour));
    assert.ok(peak >= 8 && peak <= 11, String(peak));
    assert.ok(Math.min(...demand.visitorsByHour) > 0);
  });

  it('asks for every service and for nothing else', () => {
    assert.deepEqual(
      Object.keys(demand.visitorsPerThousand).toSorted(),
      balangan.services.map((service) => service.code).toSorted(),
    );
    assert.equal(sum(Object.values(demand.visitorsPerThousand)), 1000);
    assert.ok(Object.values(demand.visitorsPerThousand).every((weight) => weight > 0));
  });

  it('goes to the registry office for 30 to 45 visits of a hundred', () => {
    const share = demandOf('disdukcapil') / 1000;
    assert.ok(share >= 0.3 && share <= 0.45, String(share));
  });

  it('never asks an agency for more than nine tenths of what its counters can do', () => {
    const busiest = Math.max(...demand.visitorsByHour);
    for (const agency of balangan.agencies) {
      const own = balangan.services.filter((service) => service.agency === agency.slug);
      const minutesAsked = sum(
        own.map(
          (service) =>
            (busiest * (demand.visitorsPerThousand[service.code] ?? 0) * service.expectedMinutes) / 1000,
        ),
      );
      const load = minutesAsked / (60 * agency.counters.length);
      assert.ok(load < 0.9, `${agency.slug} is loaded at ${load.toFixed(2)}`);
    }
  });

  it('has shares between nothing and all, and ratings that add up', () => {
    for (const share of [demand.priorityShare, demand.noShowShare, demand.rating.answeredShare]) {
      assert.ok(share > 0 && share < 1);
    }
    assert.ok(Math.abs(sum(Object.values(demand.rating.shareByScore)) - 1) < 1e-9);
    const { mean, min, max } = demand.serviceFactor;
    assert.ok(min > 0 && min < mean && mean < max);
  });
});
