import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { expectedServiceMinutes, waitQuantiles } from './waiting-time.ts';

const anyLine = fc.record({
  ahead: fc.integer({ min: 0, max: 300 }),
  serviceMinutes: fc.double({ min: 0.5, max: 60, noNaN: true }),
  counters: fc.integer({ min: 1, max: 20 }),
});

function assertNear(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) <= 1e-8 * Math.max(1, expected), `${actual} is not ${expected}`);
}

test('before anything was observed the declared time is expected', () => {
  assert.equal(expectedServiceMinutes({ declaredMinutes: 12, observedCount: 0, observedSumMinutes: 0 }), 12);
});

test('the declared time weighs as much as ten observed services', () => {
  assert.equal(expectedServiceMinutes({ declaredMinutes: 12, observedCount: 10, observedSumMinutes: 60 }), 9);
  assert.equal(
    expectedServiceMinutes({ declaredMinutes: 10, observedCount: 90, observedSumMinutes: 450 }),
    5.5,
  );
});

test('nobody ahead and a counter free is no wait', () => {
  const none = { p10: 0, p50: 0, p90: 0 };
  assert.deepEqual(waitQuantiles({ ahead: 0, serviceMinutes: 8, counters: 1, countersFree: 1 }), none);
  assert.deepEqual(waitQuantiles({ ahead: 2, serviceMinutes: 8, counters: 5, countersFree: 3 }), none);
});

test('nobody ahead and all counters busy is the wait for the first that becomes free', () => {
  const wait = waitQuantiles({ ahead: 0, serviceMinutes: 8, counters: 2, cv: 1 });
  assertNear(wait.p10, 4 * -Math.log(0.9));
  assertNear(wait.p50, 4 * Math.LN2);
  assertNear(wait.p90, 4 * Math.LN10);
});

test('those ahead take the free counters first', () => {
  const busy = waitQuantiles({ ahead: 1, serviceMinutes: 8, counters: 3 });
  assert.deepEqual(waitQuantiles({ ahead: 3, serviceMinutes: 8, counters: 3, countersFree: 2 }), busy);
});

test("with exponential services the wait is Erlang's: share e⁻ˣ(1 + x) still waits at x for the second", () => {
  const { p10, p50, p90 } = waitQuantiles({ ahead: 1, serviceMinutes: 6, counters: 3, cv: 1 });
  for (const [minutes, stillWaiting] of [
    [p10, 0.9],
    [p50, 0.5],
    [p90, 0.1],
  ] as const) {
    const x = minutes / 2;
    assertNear(Math.exp(-x) * (1 + x), stillWaiting);
  }
});

test('unless told, a service varies by eight tenths of its mean', () => {
  const line = { ahead: 4, serviceMinutes: 8, counters: 2 };
  assert.deepEqual(waitQuantiles(line), waitQuantiles({ ...line, cv: 0.8 }));
  assertNear(waitQuantiles({ ahead: 0, serviceMinutes: 1, counters: 1 }).p50, 0.64 * 1.2447225520164495);
});

test('the three quantiles stand in their order around the middle', () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const { p10, p50, p90 } = waitQuantiles(line);
      const meanMinutes = ((line.ahead + 1) * line.serviceMinutes) / line.counters;
      assert.ok(0 < p10 && p10 < p50 && p50 < p90);
      assert.ok(p50 < meanMinutes && meanMinutes < p90);
    }),
  );
});

test('one more person ahead lengthens the wait, one more counter shortens it, and longer services scale it', () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const { p50, p90 } = waitQuantiles(line);
      assert.ok(waitQuantiles({ ...line, ahead: line.ahead + 1 }).p50 > p50);
      assert.ok(waitQuantiles({ ...line, counters: line.counters + 1 }).p90 < p90);
      assertNear(waitQuantiles({ ...line, serviceMinutes: 2 * line.serviceMinutes }).p90, 2 * p90);
    }),
  );
});

test('with thousands ahead the figures still come, and close to the mean', () => {
  const { p10, p90 } = waitQuantiles({ ahead: 4999, serviceMinutes: 6, counters: 10 });
  assert.ok(p10 > 2950 && p90 < 3050);
});

test('without an open counter no wait is told', () => {
  assert.throws(() => waitQuantiles({ ahead: 3, serviceMinutes: 8, counters: 0 }), RangeError);
  assert.throws(() => waitQuantiles({ ahead: 3, serviceMinutes: 8, counters: 1, cv: 0 }), RangeError);
});
