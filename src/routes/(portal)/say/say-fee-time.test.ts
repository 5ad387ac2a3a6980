import assert from 'node:assert/strict';
import test from 'node:test';
import { wordsFor } from '#ui/words/words-for.ts';
import { sayFee, sayPromisedTime } from './say-fee-time.ts';

const { portal } = wordsFor('id');

test('an unknown fee is said as unknown, never as free or Rp0', () => {
  assert.equal(sayFee({ kind: 'unknown' }, portal, 'id'), 'Belum diketahui');
});

test('a known fee is said as what it is', () => {
  assert.equal(sayFee({ kind: 'free', basis: 'UU' }, portal, 'id'), 'Gratis');
  assert.equal(sayFee({ kind: 'fixed', rupiah: 30_000, basis: 'PP' }, portal, 'id'), 'Rp30.000');
  const range = { kind: 'range', minRupiah: 75_000, maxRupiah: 80_000, basis: 'PP' } as const;
  assert.equal(sayFee(range, portal, 'id'), 'Rp75.000–Rp80.000');
});

test('a promise keeps its kind of days', () => {
  assert.equal(
    sayPromisedTime({ kind: 'exact', length: 1, unit: 'working-days' }, portal, 'id'),
    '1 hari kerja',
  );
  assert.equal(
    sayPromisedTime({ kind: 'range', min: 1, max: 14, unit: 'calendar-days' }, portal, 'id'),
    '1–14 hari kalender',
  );
  assert.equal(sayPromisedTime({ kind: 'same-day' }, portal, 'id'), 'Hari itu juga');
  assert.equal(sayPromisedTime({ kind: 'unknown' }, portal, 'id'), 'Belum diketahui');
});

test('one of something is singular in English', () => {
  const words = wordsFor('en').portal;
  assert.equal(
    sayPromisedTime({ kind: 'exact', length: 1, unit: 'working-days' }, words, 'en'),
    '1 working day',
  );
});
