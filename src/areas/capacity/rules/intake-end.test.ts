import assert from 'node:assert/strict';
import test from 'node:test';
import { ALWAYS } from '#areas/malls/rules/site-days.ts';
import fc from 'fast-check';
import { isRefusal } from '#platform/values/refusal.ts';
import type { WeeklyInterval } from '#areas/calendar/rules/weekly-hours.ts';
import { minutesNeeded, momentBefore } from './intake-end.ts';
import { expectedIntakeEnd, mayGiveNumber, type BoothFacts } from './may-give-number.ts';

const at = (time: string) => Date.parse(`2026-11-24T${time}+08:00`);
const MINUTE = 60_000;

/** Tuesday 08–12 and 13–15; no numbers in the last ten minutes. */
function booth(
  now: number,
  line: Partial<BoothFacts['line']>,
  changes: Partial<BoothFacts> = {},
): BoothFacts {
  return {
    now,
    zone: 'Asia/Makassar',
    agencyActive: true,
    boothActive: true,
    countersActive: 3,
    weeks: [{ validFrom: '2000-01-01', hours: WEEK }],
    seasons: [],
    exceptions: [],
    calendar: { years: new Set([2026]), days: new Map() },
    servesHolidays: false,
    weekdays: null,
    site: ALWAYS,
    closures: [],
    lastIntakeMinutes: 10,
    line: { workMinutes: 0, countersOpen: 1, longestMinutes: 20, ...line },
    limitToday: null,
    takenToday: 0,
    internalReserve: 0,
    purpose: 'walk-in',
    lastNumber: 0,
    ...changes,
  };
}
const WEEK: WeeklyInterval[] = [
  { weekday: 2, opens: '08:00', closes: '12:00' },
  { weekday: 2, opens: '13:00', closes: '15:00' },
];
const ends = (facts: BoothFacts) => {
  const answer = mayGiveNumber(facts);
  return isRefusal(answer) ? answer.refused : 'yes';
};

test('without a line intake ends when the longest service no longer fits, or at the cut-off if that is earlier', () => {
  assert.equal(expectedIntakeEnd(booth(at('13:30'), {})), at('14:40'));
  assert.equal(expectedIntakeEnd(booth(at('13:30'), { longestMinutes: 5 })), at('14:50'));
});

test('the last number is given while one more is served before closing, and none a moment later', () => {
  const line = { workMinutes: 40 };
  assert.equal(ends(booth(at('14:00') - 1, line)), 'yes');
  const late = mayGiveNumber(booth(at('14:00'), line));
  assert.ok(isRefusal(late) && late.refused === 'INTAKE_ENDED');
  assert.equal(late.facts['closesAt'], at('15:00'));
});

test('a long line ends intake in the morning, the break not counted as time to serve', () => {
  // 08:00 to 12:00 and 13:00 to 15:00 are 360 minutes; one more of 20 needs all of them.
  assert.equal(ends(booth(at('08:00'), { workMinutes: 339 })), 'yes');
  assert.equal(ends(booth(at('08:00'), { workMinutes: 340 })), 'INTAKE_ENDED');
  assert.equal(expectedIntakeEnd(booth(at('11:00'), { workMinutes: 110 })), at('11:50'));
});

test('a second counter makes the line half as long', () => {
  const line = { workMinutes: 200 };
  assert.equal(ends(booth(at('13:00'), line)), 'INTAKE_ENDED');
  assert.equal(ends(booth(at('13:00'), { ...line, countersOpen: 3 })), 'yes');
});

test('where nobody sits yet the counters of the booth are expected', () => {
  assert.equal(minutesNeeded({ workMinutes: 60, countersOpen: 0, longestMinutes: 0 }, 3), 20);
  assert.equal(minutesNeeded({ workMinutes: 60, countersOpen: 0, longestMinutes: 0 }, 0), 60);
});

test('who is in the mall already may still be sent on until the cut-off', () => {
  const line = { workMinutes: 500 };
  assert.equal(ends(booth(at('14:49'), line, { purpose: 'internal' })), 'yes');
  assert.equal(ends(booth(at('14:50'), line, { purpose: 'internal' })), 'INTAKE_ENDED');
});

test('a closure for the rest of the day ends intake before it, by the line as well', () => {
  const closures = [{ startsAt: at('14:00'), endsAt: at('23:00'), reason: 'Rapat' }];
  assert.equal(expectedIntakeEnd(booth(at('13:00'), { workMinutes: 10 }, { closures })), at('13:30'));
});

test('a booth that never closes never ends its intake for a line', () => {
  const hours = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
    weekday,
    opens: '00:00',
    closes: '24:00',
  }));
  const weeks = [{ validFrom: '2000-01-01', hours }];
  assert.equal(ends(booth(at('23:50'), { workMinutes: 5_000 }, { weeks })), 'yes');
});

test('so many minutes before the end are counted back over a break', () => {
  const stretches = [
    { startsAt: 0, endsAt: 60 * MINUTE },
    { startsAt: 120 * MINUTE, endsAt: 180 * MINUTE },
  ];
  assert.equal(momentBefore(stretches, 60), 120 * MINUTE);
  assert.equal(momentBefore(stretches, 61), 59 * MINUTE);
  assert.equal(momentBefore(stretches, 121), -Infinity);
});

interface Visitor {
  readonly arrives: number;
  readonly minutes: number;
  readonly urgency: number;
}

const anyDay = fc.record({
  counters: fc.integer({ min: 1, max: 4 }),
  visitors: fc.array(
    fc.record({
      arrives: fc.integer({ min: 0, max: 419 }),
      minutes: fc.integer({ min: 1, max: 30 }),
      urgency: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 80 },
  ),
});

/** A day minute by minute from 08:00; at the break nobody is called, and who is served then waits for its end. */
function liveThrough({ counters, visitors }: { counters: number; visitors: readonly Visitor[] }) {
  const busy = Array.from({ length: counters }, () => 0);
  let waiting: Visitor[] = [];
  let given = 0;
  for (let minute = 0; minute < 420; minute += 1) {
    const isBreak = minute >= 240 && minute < 300;
    for (const visitor of visitors.filter(({ arrives }) => arrives === minute)) {
      const workMinutes =
        busy.reduce((sum, left) => sum + left, 0) + waiting.reduce((sum, { minutes }) => sum + minutes, 0);
      const line = { workMinutes, countersOpen: counters, longestMinutes: 30 };
      const now = at('08:00') + minute * MINUTE;
      if (ends(booth(now, line, { lastIntakeMinutes: 0 })) !== 'yes') continue;
      waiting.push(visitor);
      given += 1;
    }
    if (isBreak) continue;
    // Whatever the order: head starts, holds and overrides change who is next, not how much there is to do.
    waiting = waiting.toSorted((a, b) => b.urgency - a.urgency);
    busy.forEach((left, at) => {
      if (left === 0) busy[at] = waiting.shift()?.minutes ?? 0;
      if (busy[at]! > 0) busy[at]! -= 1;
    });
  }
  return { given, left: waiting.length + busy.filter((left) => left > 0).length };
}

test('with exact service times nobody who got a number is left at closing, whatever the order of calls', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      assert.equal(liveThrough(day).left, 0);
    }),
    { numRuns: 300 },
  );
});

test('and a quiet day gives everybody a number who comes in time', () => {
  const visitors = Array.from({ length: 12 }, (_, n) => ({ arrives: n * 30, minutes: 30, urgency: 0 }));
  assert.deepEqual(liveThrough({ counters: 1, visitors }), { given: 10, left: 0 });
});
