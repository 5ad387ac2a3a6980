import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countersFor, erlangB, erlangC, shareServedWithin } from './erlang.ts';

/** Reckoned to 60 digits with PARI/GP: load, counters, B, C. */
const EXACT = [
  [5, 8, 0.070047852209567, 0.167266506661756],
  [8, 10, 0.121661064252951, 0.409180150796443],
  [20, 25, 0.0502217778907946, 0.209102826598836],
  [100, 110, 0.0274634484498229, 0.237007500285052],
  [950, 1000, 0.0036492936889424, 0.0682534153771414],
] as const;

test("Erlang's B and C agree with exact values to 13 digits", () => {
  for (const [load, counters, b, c] of EXACT) {
    assert.ok(Math.abs(erlangB(load, counters) / b - 1) < 1e-13, `B(${load}, ${counters})`);
    assert.ok(Math.abs(erlangC(load, counters) / c - 1) < 1e-13, `C(${load}, ${counters})`);
  }
});

/** Arrivals an hour, minutes of service, minutes of waiting, share, counters, share reached, share with one fewer. */
const STAFFED = [
  [30, 8, 10, 0.9, 6, 0.976625406398534, 0.841244095246302],
  [60, 6, 10, 0.9, 8, 0.987265059117269, 0.884062465451146],
  [12, 15, 15, 0.9, 5, 0.968040355853745, 0.812589718648511],
  [120, 5, 5, 0.8, 12, 0.939181917381395, 0.749062736046021],
  [20, 20, 20, 0.95, 9, 0.969622981905739, 0.859585342723598],
] as const;

test('the fewest counters that keep the promise are found, and one fewer would not keep it', () => {
  for (const [arrivalsPerHour, serviceMinutes, minutes, share, counters, reached, fewer] of STAFFED) {
    const demand = { arrivalsPerHour, serviceMinutes };
    assert.equal(countersFor(demand, { minutes, share }), counters);
    assert.ok(Math.abs(shareServedWithin(demand, counters, minutes) - reached) < 1e-12);
    assert.ok(Math.abs(shareServedWithin(demand, counters - 1, minutes) - fewer) < 1e-12);
  }
});

test('nobody who comes needs no counter, and a load that no hall holds has no answer', () => {
  assert.equal(countersFor({ arrivalsPerHour: 0, serviceMinutes: 10 }, { minutes: 15, share: 0.9 }), 0);
  assert.equal(
    countersFor({ arrivalsPerHour: 6000, serviceMinutes: 10 }, { minutes: 15, share: 0.9 }),
    undefined,
  );
  assert.equal(erlangC(4, 4), 1);
});

test('one counter more never makes anybody wait longer', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 300, noNaN: true }),
      fc.double({ min: 1, max: 60, noNaN: true }),
      fc.integer({ min: 1, max: 60 }),
      (arrivalsPerHour, serviceMinutes, counters) => {
        const demand = { arrivalsPerHour, serviceMinutes };
        const [now, more] = [counters, counters + 1].map((n) => shareServedWithin(demand, n, 15));
        return now! <= more! + 1e-12 && now! >= 0 && more! <= 1;
      },
    ),
  );
});
