import assert from 'node:assert/strict';
import test from 'node:test';
import { isRefusal, refuse } from './refusal.ts';

test('a refusal keeps its code and its facts', () => {
  assert.deepEqual(refuse('QUOTA_FULL', { limit: 50 }), { refused: 'QUOTA_FULL', facts: { limit: 50 } });
  assert.deepEqual(refuse('AGENCY_CLOSED'), { refused: 'AGENCY_CLOSED', facts: {} });
});

test('a refusal is still one after a trip through JSON', () => {
  assert.equal(isRefusal(JSON.parse(JSON.stringify(refuse('HOLIDAY', { name: 'Idul Fitri' })))), true);
});

test('nothing else is taken for a refusal', () => {
  const others = [undefined, null, 'HOLIDAY', 7, {}, [], { refused: 'X' }, { refused: 1, facts: {} }];
  for (const other of [...others, { refused: 'X', facts: null }]) assert.equal(isRefusal(other), false);
});
