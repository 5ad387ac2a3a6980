import assert from 'node:assert/strict';
import test from 'node:test';
import { emptyAnnouncementQueue, receiveCalls } from './announcement-queue.ts';
import { mayAddEnglish } from './english-half.ts';

const call = (eventNumber: number, calledAt: number) => ({
  eventNumber,
  calledAt,
  series: 'A',
  number: eventNumber,
  counter: '3',
});

test('English follows while nobody else waits to be announced', () => {
  assert.equal(mayAddEnglish(emptyAnnouncementQueue, 0), true);
});

test('English is dropped as soon as one call waits', () => {
  assert.equal(mayAddEnglish(receiveCalls(emptyAnnouncementQueue, [call(1, 1_000)]), 11_000), false);
});

test('a call that is too old to be spoken keeps nobody from English', () => {
  const queue = receiveCalls(emptyAnnouncementQueue, [call(1, 1_000)]);
  assert.equal(mayAddEnglish(queue, 21_000), false);
  assert.equal(mayAddEnglish(queue, 21_001), true);
});
