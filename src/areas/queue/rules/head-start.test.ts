import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { HEAD_START_MAX_MIN, headStartMinutes, orderKey, referenceTime } from './head-start.ts';
import type { Arrival } from './head-start.ts';

const MINUTE_MS = 60_000;
/** 09:00 of some day; all moments of these tests are told in minutes from it. */
const NINE = 1_795_482_000_000;
const at = (minutes: number): number => NINE + minutes * MINUTE_MS;

const anyArrival = fc.record({
  priority: fc.boolean(),
  checkedInAt: fc.integer({ min: at(-120), max: at(120) }),
  appointmentAt: fc.option(fc.integer({ min: at(-120), max: at(120) })),
  returnedAt: fc.option(fc.integer({ min: at(120), max: at(240) })),
});

function keyOf(visitor: Arrival & { readonly priority: boolean }): number {
  return orderKey(referenceTime(visitor), headStartMinutes(visitor));
}

test('a walk-in counts from the check-in and has no head start', () => {
  assert.equal(referenceTime({ checkedInAt: at(3) }), at(3));
  assert.equal(headStartMinutes({ priority: false, checkedInAt: at(3) }), 0);
});

test('a priority visitor is placed twenty minutes ahead', () => {
  assert.equal(keyOf({ priority: true, checkedInAt: at(0) }), at(-20));
});

test('an appointment counts from its time, so coming early wins nothing', () => {
  assert.equal(referenceTime({ checkedInAt: at(-45), appointmentAt: at(0) }), at(0));
  assert.equal(referenceTime({ checkedInAt: at(2), appointmentAt: at(0) }), at(2));
});

test('an appointment keeps thirty minutes until five minutes late and loses them evenly until twenty', () => {
  const table = [
    [-60, 30],
    [0, 30],
    [5, 30],
    [5.5, 29],
    [12.5, 15],
    [19.5, 1],
    [20, 0],
    [21, 0],
    [300, 0],
  ] as const;
  for (const [lateMin, expected] of table) {
    const minutes = headStartMinutes({ priority: false, checkedInAt: at(lateMin), appointmentAt: at(0) });
    assert.equal(minutes, expected, `${lateMin} minutes late`);
  }
});

test('priority and appointment together never exceed thirty minutes', () => {
  assert.equal(headStartMinutes({ priority: true, checkedInAt: at(0), appointmentAt: at(0) }), 30);
  assert.equal(headStartMinutes({ priority: true, checkedInAt: at(17), appointmentAt: at(0) }), 26);
  assert.equal(headStartMinutes({ priority: true, checkedInAt: at(40), appointmentAt: at(0) }), 20);
});

test('who comes back after an expired hold counts from the return', () => {
  const visitor = { priority: true, checkedInAt: at(0), appointmentAt: at(0), returnedAt: at(60) };
  assert.equal(referenceTime(visitor), at(60));
  assert.equal(headStartMinutes(visitor), 20);
});

test('a missing appointment or return may be null, as the database tells it', () => {
  const visitor = { priority: false, checkedInAt: at(1), appointmentAt: null, returnedAt: null };
  assert.equal(keyOf(visitor), at(1));
});

test('no head start is negative or above thirty minutes', () => {
  fc.assert(
    fc.property(anyArrival, (visitor) => {
      const minutes = headStartMinutes(visitor);
      assert.ok(minutes >= 0 && minutes <= HEAD_START_MAX_MIN);
    }),
  );
});

test('coming later never gives an earlier place', () => {
  fc.assert(
    fc.property(anyArrival, fc.integer({ min: 0, max: 120 * MINUTE_MS }), (visitor, laterMs) => {
      const later = { ...visitor, returnedAt: null, checkedInAt: visitor.checkedInAt + laterMs };
      assert.ok(keyOf({ ...visitor, returnedAt: null }) <= keyOf(later));
    }),
  );
});

test('keeping an appointment is never worse than coming without one at the same time', () => {
  fc.assert(
    fc.property(anyArrival, (visitor) => {
      fc.pre(visitor.appointmentAt !== null && visitor.appointmentAt <= visitor.checkedInAt);
      assert.ok(keyOf(visitor) <= keyOf({ ...visitor, appointmentAt: null }));
    }),
  );
});

test('the key is a whole number of milliseconds', () => {
  assert.equal(orderKey(at(0), 1 / 7), at(0) - 8571);
  fc.assert(fc.property(anyArrival, (visitor) => assert.ok(Number.isSafeInteger(keyOf(visitor)))));
});
