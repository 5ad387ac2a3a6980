import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reckonBurden, reckonNeeds, type DemandFigures, type ServiceToday } from './demand.ts';

const FIGURES: DemandFigures = {
  ...{ daysPerYear: 240, busiestShare: 0.25, waitMinutes: 10, waitShare: 0.9, spread: 0.2 },
};
const SERVICE: ServiceToday = {
  ...{ agency: 'Samsat', yearlyRequests: 19_200, visitsPerRequest: 1.5, travelMinutes: 60 },
  ...{ costRupiah: 20_000, serviceMinutes: 8, joins: true },
};

test('an agency needs the counters that keep its promise in the busiest hour, and one fewer would not do', () => {
  const [need] = reckonNeeds([SERVICE], FIGURES);
  assert.equal(need!.yearlyVisits, 28_800);
  assert.equal(need!.dailyVisits, 120);
  assert.equal(need!.busiestHour, 30);
  assert.equal(need!.load, 4);
  assert.deepEqual(need!.counters, { low: 5, mid: 6, high: 7 });
  assert.ok(Math.abs(need!.servedShare! - 0.976625406398534) < 1e-12);
});

test('minutes of service are weighted by visits, and who does not join is left out', () => {
  const needs = reckonNeeds(
    [
      { ...SERVICE, yearlyRequests: 3000, visitsPerRequest: 1, serviceMinutes: 5 },
      { ...SERVICE, yearlyRequests: 1000, visitsPerRequest: 1, serviceMinutes: 25 },
      { ...SERVICE, agency: 'BRI', joins: false },
    ],
    FIGURES,
  );
  assert.deepEqual(
    needs.map(({ agency, services, serviceMinutes }) => [agency, services, serviceMinutes]),
    [['Samsat', 2, 10]],
  );
});

test('an agency without visits needs no counter', () => {
  const [need] = reckonNeeds([{ ...SERVICE, yearlyRequests: 0 }], FIGURES);
  assert.deepEqual(need!.counters, { low: 0, mid: 0, high: 0 });
});

test('the burden counts each visit there and back; time is money only where somebody said how much', () => {
  const services = [SERVICE, { ...SERVICE, yearlyRequests: 800, visitsPerRequest: 3 }];
  const burden = reckonBurden(services, 15_000);
  assert.equal(burden.visits, 31_200);
  assert.equal(burden.visitsPerRequest, 1.56);
  assert.equal(burden.hours, 31_200);
  assert.equal(burden.travelRupiah, 624_000_000);
  assert.equal(burden.timeRupiah, 468_000_000);
  assert.equal(reckonBurden(services, null).timeRupiah, null);
  assert.equal(reckonBurden([], null).visitsPerRequest, null);
});
