import assert from 'node:assert/strict';
import test from 'node:test';
import { clockOf } from './notice-clock.ts';

const NOW = Date.parse('2026-11-24T09:00:00+08:00');

test('a moment of this day has the mall’s clock, another day none', () => {
  assert.equal(clockOf('2026-11-24T02:30:00Z', 'Asia/Makassar', NOW), '10:30');
  assert.equal(clockOf('2026-11-24T16:30:00Z', 'Asia/Makassar', NOW), null);
});
