import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Weekday } from '#platform/values/day.ts';
import { clockMinutes, type RestSlot } from './rest-plan.ts';
import { servicesAlone } from './service-rest.ts';

const slot = (counterId: string, from: string, until: string, weekday: Weekday): RestSlot => ({
  counterId,
  weekday,
  starts: clockMinutes(from),
  ends: clockMinutes(until),
});
/** Two counters give permits, a third only cards, none of them anything else. */
const COUNTERS = [
  { id: '1', services: ['permit'] },
  { id: '2', services: ['permit'] },
  { id: '3', services: ['card'] },
];
const alone = (...slots: readonly RestSlot[]) =>
  servicesAlone(['permit', 'card', 'unknown'], COUNTERS, slots);

describe('a service', () => {
  it('is left alone from the moment at which the last of its counters rests', () => {
    const rests = [slot('1', '12:00', '13:00', 4), slot('2', '12:30', '13:30', 4)];
    assert.deepEqual(alone(...rests), [{ serviceId: 'permit', weekday: 4, starts: clockMinutes('12:30') }]);
    assert.deepEqual(alone(...rests.toReversed()), alone(...rests));
  });

  it('is not while one follows the other, or rests on another day', () => {
    assert.deepEqual(alone(slot('1', '12:00', '12:30', 1), slot('2', '12:30', '13:00', 1)), []);
    assert.deepEqual(alone(slot('1', '12:00', '12:30', 1), slot('2', '12:00', '12:30', 2)), []);
  });

  it('is named with its first moment of the week', () => {
    const rests = ([5, 2] as const).flatMap((day) => [
      slot('1', '09:00', '09:30', day),
      slot('3', '09:10', '09:20', day),
    ]);
    assert.deepEqual(alone(...rests), [{ serviceId: 'card', weekday: 2, starts: clockMinutes('09:10') }]);
  });

  it('is not named where every counter of the booth gives it, or none', () => {
    const all = [{ id: '1', services: null }];
    assert.deepEqual(servicesAlone(['permit'], all, [slot('1', '12:00', '13:00', 1)]), []);
    const none = [{ id: '1', services: ['card'] }];
    assert.deepEqual(servicesAlone(['permit'], none, [slot('1', '12:00', '13:00', 1)]), []);
  });
});
