import assert from 'node:assert/strict';
import test from 'node:test';
import { listChanges, readChanges, takeBack } from './changes.ts';

const before = { name: 'Disdukcapil', series: 'A', counters: [1, 2], zone: { id: 'a', name: 'Zona A' } };
const after = { ...before, series: 'F', counters: [1, 2, 3] };

test('a change names each field that differs, with what it was and what it became', () => {
  assert.deepEqual(listChanges(before, after), [
    { field: 'series', from: 'A', to: 'F' },
    { field: 'counters', from: [1, 2], to: [1, 2, 3] },
  ]);
  assert.deepEqual(listChanges(before, structuredClone(before)), []);
});

test('taking a change back leaves alone what somebody changed since in other fields', () => {
  const changes = listChanges(before, after);
  assert.deepEqual(takeBack(after, changes), before);
  assert.deepEqual(takeBack({ ...after, name: 'Dukcapil' }, changes), { ...before, name: 'Dukcapil' });
});

test('a line of the trail that holds no changes, or something that only looks like it, gives none', () => {
  const changes = listChanges(before, after);
  assert.deepEqual(readChanges(JSON.parse(JSON.stringify({ changes }))), changes);
  for (const facts of [{}, { changes: 3 }, { changes: [null, 'x', { field: 1, from: 1, to: 2 }] }])
    assert.deepEqual(readChanges(facts), []);
});

test('a field that the thing does not have any more is not brought back', () => {
  assert.deepEqual(takeBack({ name: 'x' }, [{ field: 'gone', from: 1, to: 2 }]), { name: 'x' });
});
