import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptySince } from './empty-booth.ts';

const MINUTE = 60_000;
const OPENS = 480 * MINUTE;
const facts = { openSince: OPENS, leftAt: undefined, taken: 0 };

test('a booth that opens late is told of after nine minutes', () => {
  assert.equal(emptySince(facts, OPENS + 9 * MINUTE - 1), null);
  assert.equal(emptySince(facts, OPENS + 9 * MINUTE), OPENS);
});

test('one that was left is empty from when the last officer went', () => {
  const leftAt = OPENS + 60 * MINUTE;
  assert.equal(emptySince({ ...facts, leftAt }, leftAt + 9 * MINUTE - 1), null);
  assert.equal(emptySince({ ...facts, leftAt }, leftAt + 9 * MINUTE), leftAt);
  assert.equal(
    emptySince({ ...facts, leftAt: OPENS - MINUTE }, OPENS + 9 * MINUTE),
    OPENS,
    'before it opened',
  );
});

test('while somebody sits there, and outside its hours, nothing is missing', () => {
  assert.equal(emptySince({ ...facts, taken: 1 }, OPENS + 600 * MINUTE), null);
  assert.equal(emptySince({ ...facts, openSince: undefined }, OPENS + 600 * MINUTE), null);
});
