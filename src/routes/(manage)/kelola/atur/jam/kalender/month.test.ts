import assert from 'node:assert/strict';
import test from 'node:test';
import { daysOfMonth, firstWeekday, monthAfter, readMonth } from './month.ts';

test('a month has its own number of days, February of a leap year one more', () => {
  assert.deepEqual(
    ['2026-01', '2026-02', '2028-02', '2026-04', '2026-12'].map(daysOfMonth),
    [31, 28, 29, 30, 31],
  );
});

test('the months follow one another over the end of a year', () => {
  assert.equal(monthAfter('2026-12', 1), '2027-01');
  assert.equal(monthAfter('2027-01', -1), '2026-12');
});

test('a month begins on its weekday', () => {
  assert.equal(firstWeekday('2026-11'), 7);
  assert.equal(firstWeekday('2027-02'), 1);
});

test('an address that names no month means the present one', () => {
  assert.equal(readMonth('2027-02', '2026-11-25'), '2027-02');
  for (const text of [null, '', '2026-13', 'besok', '1999-01', '2026-1'])
    assert.equal(readMonth(text, '2026-11-25'), '2026-11');
});
