import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isSeries } from '#areas/agencies/rules/series-letters.ts';
import { findHoursProblems } from '#areas/calendar/rules/weekly-hours.ts';
import type { Fee } from '#areas/services/contract.ts';
import { banjarbaru, banjarbaruFirstEight } from './banjarbaru/facts.ts';
import { buleleng } from './buleleng/facts.ts';
import type { ScenarioFacts } from './scenario-facts.ts';
import { findScenario, mallNames, situationNames } from './scenarios.ts';
import { USUAL_SERVICE } from './usual/sources.ts';

/** The values that occur more than once. */
function repeated<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The basis of a fee, or undefined where the fee is unknown. */
function basisOf(fee: Fee): string | undefined {
  return fee.kind === 'unknown' ? undefined : fee.basis;
}

function checkNames({ sites, zones, agencies, services, staff }: ScenarioFacts): void {
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

  it('limits only own counters to own services', () => {
    for (const { slug, counters, limits = [] } of agencies) {
      const own = services.filter(({ agency }) => agency === slug).map((service) => service.slug);
      for (const limit of limits) {
        assert.ok(counters.includes(limit.counter), slug);
        assert.ok(
          limit.services.every((service) => own.includes(service)),
          slug,
        );
      }
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
      const icon = new URL(`../node_modules/lucide-static/icons/${agency.icon}.svg`, import.meta.url);
      assert.ok(existsSync(icon), agency.icon);
    }
  });
}

function checkFeesAndTimes({ services }: ScenarioFacts): void {
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
}

function checkHours({ agencies }: ScenarioFacts): void {
  it('are well formed, end after they begin and do not overlap', () => {
    for (const { slug, realWeekly, demoWeekly } of agencies) {
      for (const weekly of [realWeekly, demoWeekly]) {
        assert.deepEqual(findHoursProblems(weekly), [], slug);
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

  it('keep every real schedule free on Friday noon, and at the weekend but for a festival', () => {
    for (const { slug, zone, realWeekly } of agencies) {
      for (const { weekday, opens, closes } of realWeekly) {
        assert.ok(weekday <= 5 || zone === 'festival', slug);
        assert.ok(opens >= '07:00' && closes <= '21:00', slug);
        if (weekday === 5) assert.ok(closes <= '11:30' || opens >= '13:30', slug);
      }
    }
  });
}

function checkPeople({ mall, agencies, staff }: ScenarioFacts): void {
  it('are at least one officer for every agency and exactly one for every counter', () => {
    const seats = staff.filter((person) => person.role === 'officer');
    for (const agency of agencies) {
      const own = seats.filter((person) => person.agency === agency.slug);
      const place = agencies.find(({ slug }) => slug === agency.comesTo?.agency) ?? agency;
      assert.ok(place.counters.length >= 1 && place.counters.length <= 4, agency.slug);
      assert.deepEqual(
        own.map((person) => person.counter),
        place.counters,
        agency.slug,
      );
    }
  });

  it('include one manager, one administrator, and a head who leads an agency with officers', () => {
    const having = (role: string) => staff.filter((person) => person.role === role);
    assert.equal(having('manager').length, 1);
    assert.equal(having('administrator').length, 1);
    assert.ok(having('agency-head').length >= 1);
  });

  it('belong to an agency of the mall and have an address that reaches nobody', () => {
    const slugs = new Set(agencies.map((agency) => agency.slug));
    for (const person of staff) {
      assert.match(person.email, new RegExp(`^[a-z.]+@${mall.slug}\\.contoh$`));
      if (person.role === 'officer' || person.role === 'agency-head') {
        assert.ok(person.agency !== undefined && slugs.has(person.agency), person.email);
      }
    }
  });
}

for (const name of mallNames) {
  const { facts, demand } = findScenario(name)!;
  describe(`the scenario ${name}`, () => {
    it('is marked as sample data and stands in WITA', () => {
      assert.equal(facts.mall.sampleData, true);
      assert.equal(demand.sampleData, true);
      assert.equal(facts.mall.zone, 'Asia/Makassar');
    });
    checkNames(facts);
    it('has a service at every agency, and visitors for every service', () => {
      for (const { slug } of facts.agencies) {
        assert.ok(
          facts.services.some(({ agency }) => agency === slug),
          slug,
        );
      }
      const weights = facts.services.map(({ code }) => demand.visitorsPerThousand[code] ?? 0);
      assert.deepEqual(Object.keys(demand.visitorsPerThousand).length, facts.services.length);
      assert.ok(Math.min(...weights) > 0);
      assert.ok(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1000) < 1e-6);
    });
  });
  describe(`fees and times in the scenario ${name}`, () => checkFeesAndTimes(facts));
  describe(`hours in the scenario ${name}`, () => checkHours(facts));
  describe(`people in the scenario ${name}`, () => checkPeople(facts));
}

describe('what the news tells', () => {
  it('of Banjarbaru: thirteen booths by name on two floors, launched on 7 December 2021, eight of them before', () => {
    assert.deepEqual(banjarbaru.agencies.map(({ slug }) => slug).toSorted(), [
      'bank-kalsel',
      'bnn',
      'bpjs-ketenagakerjaan',
      'bri',
      'disdukcapil',
      'dpmptsp',
      'kejaksaan',
      'pajak-daerah',
      'pengadilan-agama',
      'pengadilan-negeri',
      'polres',
      'samsat',
      'taspen',
    ]);
    assert.equal(banjarbaru.mall.launchedOn, '2021-12-07');
    assert.deepEqual(new Set(banjarbaru.zones.map(({ floor }) => floor)), new Set([1, 2]));
    assert.equal(banjarbaruFirstEight.agencies.length, 8);
    assert.equal(banjarbaruFirstEight.mall.launchedOn, null);
  });

  it('of Buleleng: eighteen agencies on the third floor of a market, and a stand at a festival', () => {
    const floorOf = (zone: string) => buleleng.zones.find(({ slug }) => slug === zone)!;
    const upstairs = buleleng.agencies.filter(({ zone }) => floorOf(zone).site === 'banyuasri');
    assert.equal(upstairs.length, 18);
    assert.ok(upstairs.every(({ zone }) => floorOf(zone).floor === 3));
    assert.deepEqual(
      buleleng.sites.map(({ slug }) => slug),
      ['banyuasri', 'festival'],
    );
    assert.deepEqual(
      buleleng.sites.map(({ lasts }) => lasts !== undefined),
      [false, true],
    );
    assert.equal(buleleng.mall.launchedOn, '2023-10-31');
  });
});

describe('a situation', () => {
  it('keeps real hours that are well formed in every mall', () => {
    for (const mall of mallNames) {
      for (const situation of situationNames) {
        const scenario = findScenario(`${mall}+${situation}`)!;
        assert.equal(scenario.situation.schedule, 'real');
        for (const { slug, realWeekly } of scenario.facts.agencies) {
          assert.deepEqual(findHoursProblems(realWeekly), [], slug);
          assert.ok(realWeekly.length > 0, `${mall} ${situation} ${slug}`);
        }
      }
    }
  });

  it('of Ramadan closes at two by a season of its own, with its legal basis', () => {
    const { situation } = findScenario('banjarbaru+ramadan')!;
    assert.ok(situation.seasons!.length > 0);
    for (const { basis, firstDay, hours, lastDay } of situation.seasons!) {
      assert.deepEqual(findHoursProblems(hours), []);
      assert.ok(hours.every(({ closes }) => closes <= '14:00'));
      assert.ok(firstDay < lastDay && basis.length > 0);
    }
  });
});
