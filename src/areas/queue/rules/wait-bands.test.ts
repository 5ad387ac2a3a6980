import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { countWaits } from './wait-bands.ts';

test('a wait of exactly fifteen minutes stands with the longer ones', () => {
  assert.deepEqual(countWaits([0, 14.9, 15, 29, 30, 59.9, 60, 300]), [2, 2, 2, 2]);
});

test('everybody is counted once', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true })), (waits) => {
      assert.equal(
        countWaits(waits).reduce((sum, count) => sum + count, 0),
        waits.length,
      );
    }),
  );
});
