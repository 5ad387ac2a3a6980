import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { allSeries } from '#areas/agencies/rules/series-letters.ts';
import { formatNumber, NUMBER_MAX, parseNumber } from './series.ts';

test('a number has three digits', () => {
  assert.equal(formatNumber('A', 12), 'A-012');
  assert.equal(formatNumber('AB', 1), 'AB-001');
  assert.equal(formatNumber('Z', NUMBER_MAX), 'Z-999');
});

test('a number outside 1 to 999 or of a wrong series is never printed', () => {
  for (const n of [0, -1, 1000, 1.5, NaN]) assert.throws(() => formatNumber('A', n), RangeError);
  for (const series of ['O', '', 'ABC']) assert.throws(() => formatNumber(series, 1), RangeError);
});

test('what was printed is read back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...allSeries()),
      fc.integer({ min: 1, max: NUMBER_MAX }),
      (series, number) => {
        assert.deepEqual(parseNumber(formatNumber(series, number)), { series, number });
      },
    ),
  );
});

test('anything else is not read as a number', () => {
  for (const text of ['A-000', 'A-12', 'A-0012', 'a-012', 'O-012', 'A012', 'A-012 ', 'A-0１2', '']) {
    assert.equal(parseNumber(text), undefined, JSON.stringify(text));
  }
});
