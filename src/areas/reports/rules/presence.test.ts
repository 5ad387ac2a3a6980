import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meanPeople, presenceByDay } from './presence.ts';

const seat = (startsAt: number, endsAt: number, who = 'a') => ({ startsAt, endsAt, who });
const spansOf = (seats: ReturnType<typeof seat>[]) =>
  presenceByDay(seats, [0, 100, 200]).map(({ spans }) =>
    spans.map(({ startsAt, endsAt }) => [startsAt, endsAt]),
  );

test('seats that touch or overlap are one stretch, each on the day on which it began', () => {
  assert.deepEqual(spansOf([seat(10, 20), seat(20, 30), seat(25, 28), seat(40, 50), seat(110, 120)]), [
    [
      [10, 30],
      [40, 50],
    ],
    [[110, 120]],
  ]);
});

test('a seat over midnight is of the day before, and what lies outside is left out', () => {
  assert.deepEqual(spansOf([seat(-5, 10), seat(90, 130), seat(200, 210)]), [[[90, 130]], []]);
});

test('people are counted once a day, and days without anybody do not lower the mean', () => {
  const days = presenceByDay([seat(10, 20), seat(12, 30, 'b'), seat(40, 50)], [0, 100, 200]);
  assert.deepEqual(
    days.map(({ people }) => people),
    [2, 0],
  );
  assert.equal(meanPeople(days), 2);
  assert.equal(meanPeople(presenceByDay([], [0, 100])), null);
});
