import assert from 'node:assert/strict';
import test from 'node:test';
import { atTime, parseDay } from '#platform/values/day.ts';
import { firstPlace, firstPlaceState } from './first-place.ts';

const zone = 'Asia/Makassar';
const at = (day: string, time: string) => atTime(parseDay(day)!, time, zone);
const monday = { opensAt: at('2026-11-30', '08:00') };
const stateAt = (day: string, time: string) => firstPlaceState(monday, { now: at(day, time), zone });

test('a first place is taken up on the next open day: from its opening to its midnight', () => {
  assert.equal(stateAt('2026-11-28', '09:00'), 'later');
  assert.equal(stateAt('2026-11-30', '07:59'), 'later');
  assert.equal(stateAt('2026-11-30', '08:00'), 'today');
  assert.equal(stateAt('2026-11-30', '23:59'), 'today');
  assert.equal(stateAt('2026-12-01', '00:00'), 'lapsed');
  assert.equal(firstPlaceState(undefined, { now: at('2026-12-01', '09:00'), zone }), 'later');
});

test('it counts from the opening, whenever on that day it is taken up, and priority comes on top', () => {
  assert.deepEqual(firstPlace(monday, false), {
    referenceAt: monday.opensAt,
    headStartMinutes: 0,
    orderKey: monday.opensAt,
  });
  assert.equal(firstPlace(monday, true).orderKey, at('2026-11-30', '07:40'));
});
