import assert from 'node:assert/strict';
import test from 'node:test';
import { queueOfService } from './own-line.ts';

const queue = {
  waiting: 4,
  countersOpen: 3,
  wait: 20,
  byService: [{ serviceId: 'kk', countersOpen: 1, wait: 45 }],
};

test('a service with counters of its own has its own wait, every other the agency’s', () => {
  assert.deepEqual(queueOfService(queue, 'kk'), { ...queue, countersOpen: 1, wait: 45 });
  assert.equal(queueOfService(queue, 'ktp'), queue);
});
