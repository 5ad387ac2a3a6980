import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Weekday } from '#platform/values/day.ts';
import { findHoursProblems, FRIDAY_PRAYER, leaveGap, weekOn, type WeeklyInterval } from './weekly-hours.ts';

const on = (weekday: Weekday, ...spans: (readonly [string, string])[]): WeeklyInterval[] =>
  spans.map(([opens, closes]) => ({ weekday, opens, closes }));
const told = (hours: WeeklyInterval[]) =>
  findHoursProblems(hours).map(({ at, problem }) => `${at} ${problem}`);

test('hours with a gap between them can be kept, also up to midnight and from midnight', () => {
  assert.deepEqual(
    told([...on(1, ['00:00', '08:00'], ['08:01', '24:00']), ...on(2, ['00:00', '24:00'])]),
    [],
  );
  assert.deepEqual(told([]), []);
});

test('two stretches of one day that share a minute overlap, whatever order they are written in', () => {
  assert.deepEqual(told(on(1, ['08:00', '12:00'], ['11:59', '15:00'])), ['1 overlaps']);
  assert.deepEqual(told(on(1, ['11:59', '15:00'], ['08:00', '12:00'])), ['0 overlaps']);
  assert.deepEqual(told(on(1, ['08:00', '15:00'], ['08:00', '15:00'])), ['1 overlaps']);
  assert.deepEqual(told(on(1, ['08:00', '15:00'], ['09:00', '10:00'], ['14:00', '16:00'])), [
    '1 overlaps',
    '2 overlaps',
  ]);
  assert.deepEqual(told([...on(1, ['08:00', '12:00']), ...on(2, ['11:00', '15:00'])]), []);
});

test('two stretches that touch are one, and are to be written as one', () => {
  assert.deepEqual(told(on(5, ['08:00', '11:30'], ['11:30', '15:00'])), ['1 touches']);
});

test('a stretch ends after it begins', () => {
  assert.deepEqual(told(on(1, ['12:00', '08:00'], ['13:00', '13:00'], ['24:00', '24:00'])), [
    '0 ends-first',
    '1 ends-first',
    '2 ends-first',
  ]);
});

test('times lie between 00:00 and 24:00', () => {
  assert.deepEqual(told(on(1, ['08:00', '24:01'], ['8:00', '12:00'], ['', '12:00'], ['08:60', '12:00'])), [
    '0 not-a-time',
    '1 not-a-time',
    '2 not-a-time',
    '3 not-a-time',
  ]);
});

test('a gap for the Friday prayer cuts what reaches into it and leaves the rest', () => {
  assert.deepEqual(leaveGap([{ opens: '08:00', closes: '15:00' }], FRIDAY_PRAYER), [
    { opens: '08:00', closes: '11:30' },
    { opens: '13:00', closes: '15:00' },
  ]);
  assert.deepEqual(leaveGap([{ opens: '08:00', closes: '11:00' }], FRIDAY_PRAYER), [
    { opens: '08:00', closes: '11:00' },
  ]);
  assert.deepEqual(leaveGap([{ opens: '11:45', closes: '12:45' }], FRIDAY_PRAYER), []);
});

test('a gap is left once: leaving it again changes nothing, and no minute outside it is lost', () => {
  const clock = fc
    .integer({ min: 0, max: 96 })
    .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
  const interval = fc
    .tuple(clock, clock)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? { opens: a, closes: b } : { opens: b, closes: a }));
  fc.assert(
    fc.property(interval, interval, clock, (hours, gap, moment) => {
      const left = leaveGap([hours], gap);
      assert.deepEqual(leaveGap(left, gap), left);
      const inside = (span: { opens: string; closes: string }) =>
        span.opens <= moment && moment < span.closes;
      assert.equal(left.some(inside), inside(hours) && !inside(gap));
    }),
  );
});

test('the week that holds on a day is the latest that had begun by then', () => {
  const weeks = ['2026-12-01', '2000-01-01', '2026-11-24'].map((validFrom) => ({ validFrom, hours: [] }));
  assert.equal(weekOn('2026-11-23', weeks)?.validFrom, '2000-01-01');
  assert.equal(weekOn('2026-11-24', weeks)?.validFrom, '2026-11-24');
  assert.equal(weekOn('2027-01-01', weeks)?.validFrom, '2026-12-01');
  assert.equal(weekOn('1999-12-31', weeks), undefined);
});
