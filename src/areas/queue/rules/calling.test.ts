import assert from 'node:assert/strict';
import test from 'node:test';
import { mayRecall, UNDO_SECONDS, undoEnds } from './calling.ts';

test('a call can be taken back for half a minute', () => {
  assert.equal(UNDO_SECONDS, 30);
  assert.equal(undoEnds(1_000), 31_000);
});

test('with two further calls allowed, the third call is the last', () => {
  const may = [1, 2, 3, 4].map((callCount) => mayRecall({ callCount, recallsMax: 2 }));
  assert.deepEqual(may, [true, true, false, false]);
});

test('a mall that allows no further call calls once', () => {
  assert.equal(mayRecall({ callCount: 1, recallsMax: 0 }), false);
});
