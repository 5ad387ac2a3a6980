import assert from 'node:assert/strict';
import test from 'node:test';
import { readMoment } from './read-moment.ts';

test('a moment is read on the clock of the mall, in each of the three zones', () => {
  assert.equal(readMoment('2026-11-24T09:30', 'Asia/Jakarta'), '2026-11-24T02:30:00.000Z');
  assert.equal(readMoment('2026-11-24T09:30', 'Asia/Makassar'), '2026-11-24T01:30:00.000Z');
  assert.equal(readMoment('2026-11-24T00:00', 'Asia/Jayapura'), '2026-11-23T15:00:00.000Z');
});

test('what is no day, no time or cut short is no moment', () => {
  for (const text of ['', '2026-11-24', '2026-02-30T09:00', '2026-11-24T25:00', '2026-11-24 09:00'])
    assert.equal(readMoment(text, 'Asia/Makassar'), undefined, text);
});
