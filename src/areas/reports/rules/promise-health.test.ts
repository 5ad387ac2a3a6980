import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthScore, promiseHealth, type PromiseFigures } from './promise-health.ts';

const figures: PromiseFigures = {
  ...{ daysPromised: 60, daysOpen: 54, promisedMinutes: 1000, presentMinutes: 800 },
  ...{ servicesPromised: 6, servicesOffered: 3, peoplePromised: 2, peoplePresent: 3 },
  ...{ daysWithQuota: null, ratings: 40, ratingMean: 3.4 },
};

test('each part is a share, and the score their plain mean', () => {
  const health = promiseHealth(figures);
  assert.deepEqual(health, { days: 0.9, hours: 0.8, services: 0.5, people: 1, satisfaction: (3.4 - 1) / 3 });
  assert.equal(healthScore(health), 80);
});

test('more people than were promised do not make up for missing days', () => {
  assert.equal(promiseHealth({ ...figures, peoplePresent: 9 }).people, 1);
});

test('what was not promised, and what ten people have not answered, is absent and not zero', () => {
  const health = promiseHealth({ ...figures, servicesPromised: 0, peoplePromised: 0, ratings: 9 });
  assert.deepEqual(Object.keys(health), ['days', 'hours']);
  assert.equal(healthScore(health), 85);
});

test('a promised number of numbers counts the promised days on which so many could be had', () => {
  assert.equal(promiseHealth({ ...figures, daysWithQuota: 45 }).quota, 0.75);
});

test('before the first promised day there is no score', () => {
  const none = { daysPromised: 0, daysOpen: 0, promisedMinutes: 0, presentMinutes: 0 };
  const health = promiseHealth({ ...figures, ...none, ratings: 0, ratingMean: null });
  assert.deepEqual(health, {});
  assert.equal(healthScore(health), null);
});

test('where nobody ever came, nobody is what there was', () => {
  assert.equal(promiseHealth({ ...figures, peoplePresent: null }).people, 0);
});
