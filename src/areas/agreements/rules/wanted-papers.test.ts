import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMissingPapers } from './wanted-papers.ts';

test('a folder wants its papers, and a power of attorney only where somebody signs by one', () => {
  assert.deepEqual(findMissingPapers(false, []), ['draft', 'authority', 'services', 'staff', 'signed']);
  assert.deepEqual(findMissingPapers(true, ['draft', 'signed', 'other']), [
    'authority',
    'power-of-attorney',
    'services',
    'staff',
  ]);
  assert.deepEqual(findMissingPapers(false, ['signed', 'staff', 'services', 'authority', 'draft']), []);
});
