import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termShare } from './term-share.ts';

test('a term passes from its first to its last day, and no further', () => {
  assert.equal(termShare('2026-01-01', '2026-01-11', '2026-01-06'), 0.5);
  assert.equal(termShare('2026-01-01', '2026-01-11', '2025-01-01'), 0);
  assert.equal(termShare('2026-01-01', '2026-01-11', '2030-01-01'), 1);
  assert.equal(termShare('2026-01-01', '2026-01-01', '2026-01-01'), 1);
  assert.equal(termShare('2026-01-01', null, '2026-01-06'), undefined);
});
