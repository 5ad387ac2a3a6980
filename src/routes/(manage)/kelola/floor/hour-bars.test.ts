import assert from 'node:assert/strict';
import test from 'node:test';
import { hourBars } from './hour-bars.ts';

const labels = (hours: readonly number[], now?: number) =>
  hourBars(
    hours.map((hour) => ({ hour, issued: 3 })),
    { language: 'id', ...(now === undefined ? {} : { now: { hour: now, note: 'kini' } }) },
  ).map(({ label }) => label);

test('hours in which nobody came are zero, not absent', () => {
  const bars = hourBars(
    [
      { hour: 3, issued: 1 },
      { hour: 14, issued: 2 },
    ],
    { language: 'id' },
  );
  assert.equal(bars.length, 12);
  assert.deepEqual(
    bars.map(({ value }) => value).filter((value) => value > 0),
    [1, 2],
  );
});

test('one early hour stands in a day of ten, and one late hour does not run past midnight', () => {
  assert.deepEqual([labels([5])[0], labels([5]).at(-1)], ['05', '14']);
  assert.deepEqual([labels([22])[0], labels([22]).at(-1)], ['14', '23']);
});

test('the running hour is there although nobody has come in it, and is marked', () => {
  assert.equal(labels([8], 19).at(-1), '19');
  const running = hourBars([{ hour: 8, issued: 1 }], { language: 'id', now: { hour: 9, note: 'kini' } });
  assert.deepEqual(
    running.filter(({ tone }) => tone === 'now').map(({ label, note }) => [label, note]),
    [['09', 'kini']],
  );
});

test('a day without anybody has no bars', () => {
  assert.deepEqual(labels([]), []);
});
