import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPromisedTwice, type PromisedWeekday } from './promised-places.ts';

const monday: PromisedWeekday = {
  agreementId: 'a',
  title: 'A',
  family: 'a',
  placeId: 'booth',
  weekday: 1,
  from: '2026-01-01',
  until: '2026-12-31',
};
const other = (facts: Partial<PromisedWeekday>) => ({
  ...monday,
  agreementId: 'b',
  title: 'B',
  family: 'b',
  ...facts,
});
const clash = (facts: Partial<PromisedWeekday>) => findPromisedTwice([monday], [other(facts)]);

test('one place is promised once on a weekday', () => {
  assert.equal(clash({})?.weekday, 1);
  assert.equal(clash({})?.other.title, 'B');
  assert.equal(clash({ weekday: 2 }), undefined);
  assert.equal(clash({ placeId: 'elsewhere' }), undefined);
});

test('days that only touch share the last and the first day; the day after is free', () => {
  assert.notEqual(clash({ from: '2026-12-31', until: null }), undefined);
  assert.equal(clash({ from: '2027-01-01', until: null }), undefined);
  assert.equal(clash({ from: '2025-01-01', until: '2025-12-31' }), undefined);
  assert.notEqual(clash({ from: '2025-01-01', until: '2026-01-01' }), undefined);
});

test('without an end it stands in the way of all that comes', () => {
  assert.notEqual(clash({ from: '2020-01-01', until: null }), undefined);
  assert.notEqual(
    findPromisedTwice([{ ...monday, until: null }], [other({ from: '2090-01-01' })]),
    undefined,
  );
});

test('an addendum and what it changes are one agreement; a plan without a first day takes nothing', () => {
  assert.equal(clash({ family: 'a' }), undefined);
  assert.equal(clash({ from: null }), undefined);
  assert.equal(findPromisedTwice([{ ...monday, from: null }], [other({})]), undefined);
});
