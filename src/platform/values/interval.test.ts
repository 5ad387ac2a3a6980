import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { closeInterval, lengthMinutes, totalMinutes } from './interval.ts';

test('an interval closes now', () => {
  assert.deepEqual(closeInterval({ startedAt: 1000, endedAt: null }, 61_000), {
    startedAt: 1000,
    endedAt: 61_000,
  });
});

test('an interval never ends before it started, even when the clock went back', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (startedAt, now) => {
      const closed = closeInterval({ startedAt, endedAt: null }, now);
      assert.equal(closed.endedAt, Math.max(startedAt, now));
      assert.ok(lengthMinutes(closed) >= 0);
    }),
  );
});

test('closing twice keeps the first end', () => {
  const once = closeInterval({ startedAt: 0, endedAt: null }, 60_000);
  assert.deepEqual(closeInterval(once, 120_000), once);
});

test('a running interval has no length until somebody says up to when', () => {
  const running = { startedAt: 60_000, endedAt: null };
  assert.equal(lengthMinutes(running), 0);
  assert.equal(lengthMinutes(running, 150_000), 1.5);
  assert.equal(lengthMinutes(running, 0), 0);
});

test('a closed interval keeps its length whatever the time', () => {
  assert.equal(lengthMinutes({ startedAt: 0, endedAt: 90_000 }, 10_000_000), 1.5);
});

test('the total is the sum of the lengths', () => {
  const intervals = [
    { startedAt: 0, endedAt: 60_000 },
    { startedAt: 600_000, endedAt: 690_000 },
    { startedAt: 700_000, endedAt: null },
  ];
  assert.equal(totalMinutes(intervals), 2.5);
  assert.equal(totalMinutes(intervals, 760_000), 3.5);
  assert.equal(totalMinutes([]), 0);
});
