import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays, compareDays, parseDay } from '#platform/values/day.ts';
import type { Day } from '#platform/values/day.ts';
import type { HolidayCalendar, NamedDay } from './day-kinds.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

function getDay(text: string): Day {
  const day = parseDay(text);
  assert.ok(day !== undefined);
  return day;
}

function named(text: string, kind: NamedDay['kind']): [Day, NamedDay] {
  return [
    getDay(text),
    { kind, name: text, decree: 'SKB 3 Menteri 1497/2025 2/2025 5/2025', confidence: 'seen' },
  ];
}

/** Nyepi and Idul Fitri of 2026: six days in a row on which no office works. */
const calendar: HolidayCalendar = {
  years: new Set([2026]),
  days: new Map([
    named('2026-01-01', 'holiday'),
    named('2026-03-18', 'joint-leave'),
    named('2026-03-19', 'holiday'),
    named('2026-03-20', 'joint-leave'),
    named('2026-03-21', 'holiday'),
    named('2026-03-22', 'holiday'),
    named('2026-03-23', 'joint-leave'),
    named('2026-03-24', 'joint-leave'),
  ]),
};

const anyDay = fc.integer({ min: 0, max: 1200 }).map((n) => addDays(getDay('2025-01-01'), n));
const anyPattern = fc.constantFrom(5 as const, 6 as const);

test('Saturday works in a six-day week and rests in a five-day week', () => {
  assert.equal(isWorkingDay(getDay('2026-11-28'), calendar, 5), false);
  assert.equal(isWorkingDay(getDay('2026-11-28'), calendar, 6), true);
  assert.equal(isWorkingDay(getDay('2026-11-29'), calendar, 6), false);
});

test('neither a holiday nor joint leave is a working day', () => {
  assert.equal(isWorkingDay(getDay('2026-03-19'), calendar, 5), false);
  assert.equal(isWorkingDay(getDay('2026-03-20'), calendar, 5), false);
  assert.equal(isWorkingDay(getDay('2026-03-17'), calendar, 5), true);
});

test('in a year that was not imported a weekday is unknown and a Sunday still rests', () => {
  assert.equal(isWorkingDay(getDay('2027-01-01'), calendar, 5), 'unknown');
  assert.equal(isWorkingDay(getDay('2027-01-03'), calendar, 5), false);
});

test('the start day does not count: one working day from Monday is Tuesday', () => {
  assert.deepEqual(addWorkingDays(getDay('2026-11-23'), 1, calendar, 5), {
    day: '2026-11-24',
    certain: true,
  });
});

test('five working days from Friday end on the next Friday', () => {
  assert.deepEqual(addWorkingDays(getDay('2026-11-20'), 5, calendar, 5), {
    day: '2026-11-27',
    certain: true,
  });
});

test('a file complete on Saturday has its first working day on Monday', () => {
  assert.deepEqual(addWorkingDays(getDay('2026-11-28'), 1, calendar, 5), {
    day: '2026-11-30',
    certain: true,
  });
});

test('one working day from the eve of Nyepi 2026 ends after the joint leave of Idul Fitri', () => {
  assert.deepEqual(addWorkingDays(getDay('2026-03-17'), 1, calendar, 5), {
    day: '2026-03-25',
    certain: true,
  });
});

test('no working days is the start day itself, also on a Sunday', () => {
  assert.deepEqual(addWorkingDays(getDay('2026-11-29'), 0, calendar, 5), {
    day: '2026-11-29',
    certain: true,
  });
});

test('a period that reaches into a year not imported is told as uncertain', () => {
  assert.deepEqual(addWorkingDays(getDay('2026-12-30'), 1, calendar, 5), {
    day: '2026-12-31',
    certain: true,
  });
  assert.deepEqual(addWorkingDays(getDay('2026-12-30'), 2, calendar, 5), {
    day: '2027-01-01',
    certain: false,
  });
});

test('a negative, broken or boundless number of working days is a fault', () => {
  for (const n of [-1, 1.5, NaN, Infinity, 1_000_000]) {
    assert.throws(() => addWorkingDays(getDay('2026-11-23'), n, calendar, 5), RangeError);
  }
  assert.throws(
    () => workingDaysBetween(getDay('2026-01-01'), getDay('2099-01-01'), calendar, 5),
    RangeError,
  );
});

test('counting between two days gives back what was added', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 90 }), anyPattern, (start, n, pattern) => {
      const { day, certain } = addWorkingDays(start, n, calendar, pattern);
      assert.deepEqual(workingDaysBetween(start, day, calendar, pattern), { days: n, certain });
    }),
  );
});

test('the day on which a period ends is never a known day of rest', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 90 }), anyPattern, (start, n, pattern) => {
      assert.notEqual(
        isWorkingDay(addWorkingDays(start, n, calendar, pattern).day, calendar, pattern),
        false,
      );
    }),
  );
});

test('a passed deadline counts backwards by the same days', () => {
  assert.deepEqual(workingDaysBetween(getDay('2026-03-25'), getDay('2026-03-17'), calendar, 5), {
    days: -1,
    certain: true,
  });
  fc.assert(
    fc.property(anyDay, anyDay, anyPattern, (a, b, pattern) => {
      const there = workingDaysBetween(a, b, calendar, pattern);
      const back = workingDaysBetween(b, a, calendar, pattern);
      assert.equal(there.days + back.days, 0);
      assert.equal(there.certain, back.certain);
      assert.ok(compareDays(a, b) > 0 || there.days >= 0);
    }),
  );
});
