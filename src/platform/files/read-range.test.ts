import assert from 'node:assert/strict';
import test from 'node:test';
import { readRange } from './read-range.ts';

test('a range is from a byte, up to a byte, or the last so many', () => {
  assert.deepEqual(readRange('bytes=0-99', 1_000), { start: 0, end: 99 });
  assert.deepEqual(readRange('bytes=900-', 1_000), { start: 900, end: 999 });
  assert.deepEqual(readRange('bytes=-100', 1_000), { start: 900, end: 999 });
  assert.deepEqual(readRange('bytes=-5000', 1_000), { start: 0, end: 999 });
});

test('a range that goes beyond the end stops there', () => {
  assert.deepEqual(readRange('bytes=990-2000', 1_000), { start: 990, end: 999 });
});

test('a range that begins beyond the end cannot be served', () => {
  for (const header of ['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])
    assert.equal(readRange(header, 1_000), 'unsatisfiable', header);
});

test('what is no single range of bytes gets the whole file', () => {
  for (const header of [
    undefined,
    '',
    'bytes=-',
    'bytes=5-2',
    'bytes=0-1,5-6',
    'lines=1-2',
    'bytes=a-b',
    `bytes=${'9'.repeat(40)}-`,
  ])
    assert.equal(readRange(header, 1_000), undefined, header);
});
