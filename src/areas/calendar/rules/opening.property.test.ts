import assert from 'node:assert/strict';
import test from 'node:test';
import { ALWAYS } from '#areas/malls/rules/site-days.ts';
import fc from 'fast-check';
import { addDays, parseDay } from '#platform/values/day.ts';
import type { Day, Weekday } from '#platform/values/day.ts';
import type { HolidayCalendar, NamedDay } from './day-kinds.ts';
import { OPENS_WITHIN_DAYS, openingState, UNTIL_DAYS_MAX } from './opening.ts';
import type { OpeningFacts } from './opening.ts';
import { findHoursProblems, type WeeklyInterval } from './weekly-hours.ts';

/**
 * The rule is compared with a calendar painted quarter by quarter: no Temporal, no spans, only whole
 * quarters of an hour counted from the Monday on which the world of this test begins, WITA being UTC+8.
 */
const QUARTER_MS = 15 * 60_000;
const QUARTERS_A_DAY = 96;
const FIRST_DAY = parseDay('2026-01-05')!;
const FIRST_MS = Date.parse('2026-01-05T00:00+08:00');
const holiday: NamedDay = { kind: 'holiday', name: 'Libur', decree: 'contoh', confidence: 'seen' };

interface World {
  readonly weekly: readonly { weekday: Weekday; from: number; to: number }[];
  readonly holidays: readonly number[];
  readonly closures: readonly { from: number; quarters: number }[];
  readonly servesHolidays: boolean;
  readonly now: number;
}

const anyWorld: fc.Arbitrary<World> = fc.record({
  weekly: fc.array(
    fc
      .record({
        weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
        from: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 95 })),
        length: fc.oneof(fc.constant(QUARTERS_A_DAY), fc.integer({ min: 1, max: 96 })),
      })
      .map(({ weekday, from, length }) => ({ weekday, from, to: Math.min(QUARTERS_A_DAY, from + length) })),
    { maxLength: 14 },
  ),
  holidays: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 }),
  closures: fc.array(
    fc.record({
      from: fc.integer({ min: -96, max: 2000 }),
      quarters: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 6000 })),
    }),
    { maxLength: 4 },
  ),
  servesHolidays: fc.boolean(),
  now: fc.integer({ min: 0, max: 20 * QUARTERS_A_DAY }),
});

function clockTime(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}

function hoursOf(world: World): WeeklyInterval[] {
  return world.weekly.map(({ weekday, from, to }) => ({
    weekday,
    opens: clockTime(from),
    closes: clockTime(to),
  }));
}

function factsOf(world: World): OpeningFacts {
  const days = new Map<Day, NamedDay>(world.holidays.map((n) => [addDays(FIRST_DAY, n), holiday]));
  const calendar: HolidayCalendar = { years: new Set([2026]), days };
  const toMs = (quarter: number): number => FIRST_MS + quarter * QUARTER_MS;
  return {
    now: toMs(world.now),
    zone: 'Asia/Makassar',
    weeks: [{ validFrom: '2000-01-01', hours: hoursOf(world) }],
    seasons: [],
    exceptions: [],
    calendar,
    servesHolidays: world.servesHolidays,
    weekdays: null,
    site: ALWAYS,
    closures: world.closures.map(({ from, quarters }) => ({
      startsAt: toMs(from),
      endsAt: toMs(from + quarters),
      reason: 'Tutup',
    })),
  };
}

function isOpenAt(quarter: number, world: World): boolean {
  const day = Math.floor(quarter / QUARTERS_A_DAY);
  const ofDay = quarter % QUARTERS_A_DAY;
  if (!world.servesHolidays && world.holidays.includes(day)) return false;
  if (world.closures.some(({ from, quarters }) => from <= quarter && quarter < from + quarters)) return false;
  return world.weekly.some(
    ({ weekday, from, to }) => weekday === (day % 7) + 1 && from <= ofDay && ofDay < to,
  );
}

test('open, until when and opening next agree with a calendar painted quarter by quarter', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const state = openingState(factsOf(world));
      const today = Math.floor(world.now / QUARTERS_A_DAY);
      assert.equal(state.open, isOpenAt(world.now, world));
      let quarter = world.now;
      if (state.open) {
        const limit = (today + UNTIL_DAYS_MAX) * QUARTERS_A_DAY;
        while (quarter < limit && isOpenAt(quarter, world)) quarter += 1;
        assert.equal(state.until, FIRST_MS + quarter * QUARTER_MS);
      } else {
        const limit = (today + OPENS_WITHIN_DAYS + 1) * QUARTERS_A_DAY;
        while (quarter < limit && !isOpenAt(quarter, world)) quarter += 1;
        assert.equal(state.opensAt, quarter < limit ? FIRST_MS + quarter * QUARTER_MS : null);
      }
    }),
    { numRuns: 500 },
  );
});

test('an overlap is found exactly when some quarter of the week is planned twice', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const planned = new Map<number, number>();
      for (const { weekday, from, to } of world.weekly) {
        for (let quarter = from; quarter < to; quarter += 1) {
          const key = weekday * QUARTERS_A_DAY + quarter;
          planned.set(key, (planned.get(key) ?? 0) + 1);
        }
      }
      const twice = [...planned.values()].some((count) => count > 1);
      const problems = findHoursProblems(hoursOf(world));
      assert.equal(
        problems.some(({ problem }) => problem === 'overlaps'),
        twice,
      );
    }),
    { numRuns: 500 },
  );
});
