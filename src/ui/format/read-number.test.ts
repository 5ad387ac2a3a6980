import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber } from './read-number.ts';

test('figures are read as people write them', () => {
  const read = ['1250', '1.250', '1.250.000', '1,5', '1.5', 'Rp 30.000', '12.345,67', ' 7 '].map(readNumber);
  assert.deepEqual(read, [1250, 1250, 1_250_000, 1.5, 1.5, 30_000, 12_345.67, 7]);
  for (const wrong of ['', '-3', 'banyak', '1.2.3', '1e9', '0x10', '1,5,2'])
    assert.ok(Number.isNaN(readNumber(wrong)));
});
