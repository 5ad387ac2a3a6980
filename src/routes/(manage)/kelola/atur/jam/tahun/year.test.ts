import assert from 'node:assert/strict';
import test from 'node:test';
import { monthsOfYear, readYear } from './year.ts';

test('an address that names no year means the present one', () => {
  assert.equal(readYear('2027', '2026-11-25'), 2027);
  for (const text of [null, '', '1999', '20266', 'ini', '2100'])
    assert.equal(readYear(text, '2026-11-25'), 2026);
});

test('a year has its twelve months in their order', () => {
  const months = monthsOfYear(2026);
  assert.equal(months.length, 12);
  assert.deepEqual([months[0], months[8], months[11]], ['2026-01', '2026-09', '2026-12']);
});
