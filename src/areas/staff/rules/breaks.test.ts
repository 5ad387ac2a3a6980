import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BREAK_KINDS, BREAK_MINUTES_MAX, BREAK_MINUTES_MIN, BREAK_MINUTES_USUAL } from './breaks.ts';
import { breakEnds, minutesOver } from './breaks.ts';

const NOON = Date.UTC(2026, 10, 24, 4);

test('a break of thirty minutes that begins at noon ends at half past', () => {
  assert.equal(breakEnds(NOON, 30), NOON + 30 * 60_000);
});

test('a break runs over only after its end, and is told in whole minutes', () => {
  const until = breakEnds(NOON, 30);
  assert.equal(minutesOver(until, until - 1), 0);
  assert.equal(minutesOver(until, until), 0);
  assert.equal(minutesOver(until, until + 59_999), 0);
  assert.equal(minutesOver(until, until + 60_000), 1);
  assert.equal(minutesOver(until, until + 12.5 * 60_000), 12);
});

test('what the screen offers is within what may be asked for', () => {
  for (const kind of BREAK_KINDS) {
    assert.ok(BREAK_MINUTES_USUAL[kind] >= BREAK_MINUTES_MIN);
    assert.ok(BREAK_MINUTES_USUAL[kind] <= BREAK_MINUTES_MAX);
  }
});
