import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreLocations } from './location-scores.ts';

const CRITERIA = [
  { id: 'near', weight: 3 },
  { id: 'ready', weight: 1 },
];

test('the weighted mean decides, and a place with a missing score stands last', () => {
  const { ranked } = scoreLocations(CRITERIA, [
    { id: 'new', scores: { near: 5 } },
    { id: 'market', scores: { near: 4, ready: 2 } },
    { id: 'office', scores: { near: 2, ready: 5 } },
  ]);
  assert.deepEqual(ranked, [
    { id: 'market', missing: 0, score: 3.5 },
    { id: 'office', missing: 0, score: 2.75 },
    { id: 'new', missing: 1, score: null },
  ]);
});

test('a choice that hangs on a weight is told', () => {
  const close = scoreLocations(CRITERIA, [
    { id: 'market', scores: { near: 4, ready: 1 } },
    { id: 'office', scores: { near: 3, ready: 3 } },
  ]);
  assert.deepEqual([close.ranked[0]?.id, close.firstIn, close.weightings], ['market', 2, 4]);
});

test('without criteria, places or scores nothing is decided', () => {
  assert.deepEqual(scoreLocations([], [{ id: 'market', scores: {} }]).ranked, [
    { id: 'market', missing: 0, score: null },
  ]);
  assert.equal(scoreLocations(CRITERIA, []).weightings, 0);
});

test('a score for a criterion that is gone counts no more', () => {
  const { ranked } = scoreLocations([CRITERIA[0]!], [{ id: 'market', scores: { near: 4, gone: 1 } }]);
  assert.equal(ranked[0]?.score, 4);
});
