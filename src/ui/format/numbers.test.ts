import assert from 'node:assert/strict';
import test from 'node:test';
import {
  formatDecimal,
  formatDuration,
  formatMinutes,
  formatNumber,
  formatRupiah,
  formatShare,
  formatStopwatch,
} from './numbers.ts';

/** Units are tied to their figure by a no-break space; the tests read it as a space. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('thousands have a full stop and decimals a comma', () => {
  assert.equal(formatNumber(1234.5), '1.234,5');
  assert.equal(formatNumber(1234.5, 'en'), '1,234.5');
  assert.equal(formatNumber(7), '7');
  assert.equal(formatDecimal(7.2, 2), '7,20');
});

test('rupiah are whole and stand close to their sign', () => {
  assert.equal(formatRupiah(30000), 'Rp30.000');
  assert.equal(formatRupiah(1_250_000), 'Rp1.250.000');
  assert.equal(formatRupiah(-500), '−Rp500');
  assert.equal(formatRupiah(30000, 'en'), 'Rp30,000');
});

test('an expected wait is whole minutes and never negative', () => {
  assert.equal(plain(formatMinutes(23.6)), '±24 mnt');
  assert.equal(plain(formatMinutes(-3)), '±0 mnt');
  assert.equal(plain(formatMinutes(24, 'en')), '±24 min');
});

test('a duration is told in hours and minutes', () => {
  assert.equal(plain(formatDuration(18)), '18 mnt');
  assert.equal(plain(formatDuration(78)), '1 jam 18 mnt');
  assert.equal(plain(formatDuration(59.6)), '1 jam');
  assert.equal(plain(formatDuration(120, 'en')), '2 h');
});

test('a stopwatch cuts seconds, so that it never shows a time that has not come', () => {
  assert.equal(formatStopwatch(664_999), '11.04');
  assert.equal(formatStopwatch(3_729_000), '1.02.09');
  assert.equal(formatStopwatch(-5), '00.00');
  assert.equal(formatStopwatch(664_000, 'en'), '11:04');
});

test('a share is a percentage with its sign apart', () => {
  assert.equal(plain(formatShare(0.86)), '86 %');
  assert.equal(plain(formatShare(0.1234, 'id', 1)), '12,3 %');
});

test('a number never breaks from its unit at the end of a line', () => {
  for (const text of [formatMinutes(24), formatShare(0.5), formatDuration(5)])
    assert.match(text, /\d\u00a0\D/);
});
