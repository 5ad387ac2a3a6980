import assert from 'node:assert/strict';
import test from 'node:test';
import type { LiveQueue } from '#areas/queue/contract.ts';
import { wordsFor } from '#ui/words/words-for.ts';
import { queuePhrases, sayQueue } from './queue-figures.ts';

const phrases = queuePhrases(wordsFor('id').portal, 'id');
const queue: LiveQueue = {
  agencyId: 'a',
  agencySlug: 'disdukcapil',
  shortName: 'Disdukcapil',
  waiting: 9,
  countersOpen: 3,
  countersPaused: 0,
  countersTotal: 4,
  wait: { p10Minutes: 12.2, p50Minutes: 24.4, p90Minutes: 40.1 },
  byService: [],
};

test('a wait is two times: about, and almost surely below', () => {
  const said = sayQueue(queue, phrases);
  assert.equal(said.about, '±24 mnt');
  assert.equal(said.sure, 'hampir pasti < 41');
  assert.equal(said.people, '9 orang menunggu');
  assert.equal(said.counters, '3 dari 4 loket buka');
});

test('more people than are drawn become a figure', () => {
  assert.equal(sayQueue({ ...queue, waiting: 15 }, phrases).beyondDrawn, '+3');
  assert.equal(sayQueue({ ...queue, waiting: 12 }, phrases).beyondDrawn, '');
});

test('who would be served at once is told so, with no figure to be sure of', () => {
  const free = { ...queue, waiting: 0, wait: { p10Minutes: 0, p50Minutes: 0, p90Minutes: 0 } };
  const said = sayQueue(free, phrases);
  assert.equal(said.about, 'langsung dilayani');
  assert.equal(said.sure, '');
  assert.equal(said.people, 'tidak ada antrean');
});

test('without a counter nothing is predicted', () => {
  const said = sayQueue({ ...queue, countersOpen: 0, wait: null }, phrases);
  assert.equal(said.about, 'menunggu loket buka');
  assert.equal(said.sure, '');
});

test('one person is one person in English', () => {
  const english = queuePhrases(wordsFor('en').portal, 'en');
  assert.equal(sayQueue({ ...queue, waiting: 1 }, english).people, '1 person waiting');
  assert.equal(sayQueue({ ...queue, waiting: 2 }, english).people, '2 people waiting');
});
