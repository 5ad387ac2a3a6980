import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { scaleOf } from './bar-chart.ts';

test('the axis ends at a round figure that holds every bar, in at most five lines', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e7, noNaN: true }), (highest) => {
      const { top, step } = scaleOf(highest);
      assert.ok(top >= highest * (1 - 1e-6));
      assert.ok(top / step <= 5.001, `${top}/${step}`);
    }),
  );
});

test('41 minutes are drawn on an axis in steps of 20', () => {
  assert.deepEqual(scaleOf(41), { top: 60, step: 20 });
});

test('no data is a flat chart, not a fault', () => {
  assert.deepEqual(scaleOf(0), { top: 1, step: 1 });
});
