import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { findWeeklyOverlap } from '#areas/calendar/rules/opening.ts';
import { isSeries } from '#areas/queue/rules/series.ts';
import type { Fee } from '#areas/services/contract.ts';
import { isClockTime } from '#platform/values/day.ts';
import { balanganDemand } from './demand.ts';
import { balangan } from './facts.ts';
import { USUAL_SERVICE } from './sources.ts';

const { mall, sites, zones, agencies, services, staff } = balangan;

/** The values that occur more than once. */
function repeated<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The basis of a fee, or undefined where the fee is unknown. */
function basisOf(fee: Fee): string | undefined {
  return fee.kind === 'unknown' ? undefined : fee.basis;
}

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

  it('uses each code, slug, series, counter number and address once', () => {
    assert.deepEqual(repeated(services.map((service) => service.code)), []);
    assert.deepEqual(repeated(services.map((service) => service.slug)), []);
    assert.deepEqual(repeated(agencies.map((agency) => agency.slug)), []);
    assert.deepEqual(repeated(agencies.map((agency) => agency.series)), []);
    assert.deepEqual(repeated(agencies.map((agency) => agency.icon)), []);
    assert.deepEqual(repeated(agencies.flatMap((agency) => agency.counters)), []);
    assert.deepEqual(repeated(staff.map((person) => person.email)), []);
  });

  it('writes codes and series as the ticket printer expects them', () => {
    for (const service of services) assert.match(service.code, /^[A-Z]{3}-\d{2}$/);
    for (const agency of agencies) assert.ok(isSeries(agency.series), agency.slug);
    for (const { slug } of [...services, ...agencies, ...zones, ...sites]) {
      assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  it('places every service in an agency, every agency in a zone, every zone on a floor', () => {
    const agencySlugs = new Set(agencies.map((agency) => agency.slug));
    const zoneSlugs = new Set(zones.map((zone) => zone.slug));
    const floors = new Set(sites.flatMap((site) => site.floors));
    for (const service of services) assert.ok(agencySlugs.has(service.agency), service.code);
    for (const agency of agencies) assert.ok(zoneSlugs.has(agency.zone), agency.slug);
    for (const zone of zones) assert.ok(floors.has(zone.floor), zone.slug);
  });

  it('gives an icon that exists', () => {
    for (const agency of agencies) {
      const icon = new URL(`../../node_modules/lucide-static/icons/${agency.icon}.svg`, import.meta.url);
      assert.ok(existsSync(icon), agency.icon);
    }
  });
});

describe('fees and times in the scenario', () => {
  it('never state a fee without its basis', () => {
    for (const { code, fee } of services) {
      if (fee.kind === 'unknown') continue;
      assert.ok((basisOf(fee) ?? '').length > 5, code);
    }
  });

  it('never write a free service as Rp0, nor a range upside down', () => {
    for (const { code, fee } of services) {
      if (fee.kind === 'fixed') assert.ok(Number.isInteger(fee.rupiah) && fee.rupiah > 0, code);
      if (fee.kind === 'range') assert.ok(fee.minRupiah < fee.maxRupiah, code);
    }
  });

  it('are known only where a source was found', () => {
    const unsourced = services.filter(
      ({ confidence, sourceNote }) => confidence === 'plausible' || sourceNote === USUAL_SERVICE,
    );
    assert.ok(unsourced.length > 0);
    for (const { code, fee, promisedTime } of unsourced) {
      assert.equal(fee.kind, 'unknown', code);
      assert.equal(promisedTime.kind, 'unknown', code);
    }
  });

  it('hold the tariffs that were found', () => {
    const feeOf = (code: string) => services.find((service) => service.code === code)?.fee;
    assert.deepEqual(feeOf('DKC-07'), { kind: 'free', basis: 'UU 24/2013 Pasal 79A' });
    assert.ok(feeOf('POL-01')?.kind === 'fixed');
    assert.match(JSON.stringify(feeOf('POL-01')), /30000.*PP 76\/2020/);
    assert.match(JSON.stringify(feeOf('POL-03')), /80000/);
    assert.match(JSON.stringify(feeOf('POL-04')), /75000/);
    assert.equal(feeOf('SMT-01')?.kind, 'by-table');
    assert.equal(feeOf('TSP-01')?.kind, 'unknown');
  });

  it('give an exact time one number and a range two in order', () => {
    for (const { code, promisedTime: time } of services) {
      if (time.kind === 'exact') assert.equal(time.min, time.max, code);
      if (time.kind === 'range') assert.ok(time.min < time.max, code);
    }
  });

  it('say of each service how far it can be trusted, and expect 5 to 25 minutes at the counter', () => {
    for (const service of services) {
      assert.ok(service.sourceNote.length > 10, service.code);
      assert.ok(service.expectedMinutes >= 5 && service.expectedMinutes <= 25, service.code);
    }
  });
});

describe('hours in the scenario', () => {
  it('are well formed, end after they begin and do not overlap', () => {
    for (const { slug, realWeekly, demoWeekly } of agencies) {
      for (const weekly of [realWeekly, demoWeekly]) {
        assert.equal(findWeeklyOverlap(weekly), undefined, slug);
        for (const { opens, closes } of weekly) {
          assert.ok(
            isClockTime(opens) && isClockTime(closes) && opens < closes,
            `${slug} ${opens}-${closes}`,
          );
        }
      }
    }
  });

  it('leave the demonstration open around the clock on all seven days, on holidays too', () => {
    for (const { slug, demoWeekly, servesHolidays } of agencies) {
      assert.deepEqual(
        demoWeekly.map(({ weekday, opens, closes }) => `${weekday} ${opens}-${closes}`),
        [1, 2, 3, 4, 5, 6, 7].map((weekday) => `${weekday} 00:00-24:00`),
        slug,
      );
      assert.equal(servesHolidays, true, slug);
    }
  });

  it('keep every real schedule free on Friday noon and at the weekend', () => {
    for (const { slug, realWeekly } of agencies) {
      for (const { weekday, opens, closes } of realWeekly) {
        assert.ok(weekday <= 5, slug);
        if (weekday === 5) assert.ok(closes <= '11:30' || opens >= '13:30', slug);
      }
    }
  });
});

describe('people in the scenario', () => {
  it('are at least one officer for every agency and exactly one for every counter', () => {
    const seats = staff.filter((person) => person.role === 'officer');
    for (const agency of agencies) {
      const own = seats.filter((person) => person.agency === agency.slug);
      assert.ok(agency.counters.length >= 1 && agency.counters.length <= 4, agency.slug);
      assert.deepEqual(
        own.map((person) => person.counter),
        agency.counters,
        agency.slug,
      );
    }
  });

  it('include one manager, one administrator, and a head for each agency with several counters', () => {
    const roles = staff.map((person) => person.role);
    assert.equal(roles.filter((role) => role === 'manager').length, 1);
    assert.equal(roles.filter((role) => role === 'administrator').length, 1);
    const headed = staff.filter(({ role }) => role === 'agency-head').map(({ agency }) => agency);
    for (const slug of ['disdukcapil', 'dpmptsp', 'samsat', 'polres', 'bpjs-kesehatan', 'pertanahan']) {
      assert.ok(headed.includes(slug), slug);
    }
  });

  it('belong to an agency of the mall and have an address that reaches nobody', () => {
    const slugs = new Set(agencies.map((agency) => agency.slug));
    for (const person of staff) {
      assert.match(person.email, /^[a-z.]+@balangan\.contoh$/);
      if (person.role === 'officer' || person.role === 'agency-head') {
        assert.ok(person.agency !== undefined && slugs.has(person.agency), person.email);
      }
    }
  });
});
