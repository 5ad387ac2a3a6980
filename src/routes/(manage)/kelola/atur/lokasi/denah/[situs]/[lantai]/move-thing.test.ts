import assert from 'node:assert/strict';
import test from 'node:test';
import { findPlace, moved } from './move-thing.ts';

const grid = { columns: 6, rows: 4 };
const item = { kind: 'lift', agencyId: null, x: 0, y: 0, width: 4, height: 3 } as const;

test('arrows move, Shift and an arrow change the size, and the floor’s edge holds', () => {
  assert.deepEqual(moved(grid, item, 'ArrowRight', false), { ...item, x: 1 });
  assert.deepEqual(moved(grid, item, 'ArrowUp', false), item);
  assert.deepEqual(moved(grid, { ...item, x: 2 }, 'ArrowRight', true), { ...item, x: 2 });
  assert.deepEqual(moved(grid, item, 'ArrowLeft', true), { ...item, width: 3 });
  assert.equal(moved(grid, item, 'Enter', false), undefined);
});

test('a new thing stands at the first free place', () => {
  assert.deepEqual(findPlace(grid, [item], { width: 2, height: 2 }), { x: 4, y: 0 });
  assert.equal(findPlace(grid, [item], { width: 4, height: 2 }), undefined);
});
