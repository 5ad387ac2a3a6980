import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { allSeries, formatNumber, isSeries, NUMBER_MAX, parseNumber } from './series.ts';

test('a series is one or two capital letters, never I, O or Q', () => {
  for (const text of ['A', 'H', 'J', 'N', 'P', 'R', 'Z', 'AA', 'ZJ'])
    assert.equal(isSeries(text), true, text);
  const wrong = ['I', 'O', 'Q', 'AI', 'OA', 'QQ', 'a', 'AAA', '', 'A1', 'Á', ' A', 'A\n'];
  for (const text of wrong) assert.equal(isSeries(text), false, JSON.stringify(text));
});

test('the series are handed out from A to Z, then from AA to ZZ, each once', () => {
  const all = allSeries();
  assert.equal(all.length, 23 + 23 * 23);
  assert.equal(new Set(all).size, all.length);
  assert.ok(all.every(isSeries));
  assert.deepEqual(
    [all[0], all[8], all[22], all[23], all[24], all.at(-1)],
    ['A', 'J', 'Z', 'AA', 'AB', 'ZZ'],
  );
});

test('every text that passes for a series is on the list', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const texts = [...letters, ...letters.flatMap((a) => letters.map((b) => a + b))];
  assert.deepEqual(texts.filter(isSeries), [...allSeries()]);
});

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
