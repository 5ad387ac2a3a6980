import assert from 'node:assert/strict';
import test from 'node:test';
import { ALWAYS } from '#areas/malls/rules/site-days.ts';
import { atTime, parseDay } from '#platform/values/day.ts';
import type { Day, Weekday } from '#platform/values/day.ts';
import type { HolidayCalendar, NamedDay } from './day-kinds.ts';
import { findOpenStretch, openingState } from './opening.ts';
import type { Closure, OpeningFacts } from './opening.ts';
import type { BoothWeek, WeeklyInterval } from './weekly-hours.ts';

const zone = 'Asia/Makassar';

function getDay(text: string): Day {
  const day = parseDay(text);
  assert.ok(day !== undefined);
  return day;
}

/** 'YYYY-MM-DD HH:MM' on the wall clock of the mall, as epoch ms. */
function at(moment: string): number {
  return atTime(getDay(moment.slice(0, 10)), moment.slice(11), zone);
}

function hours(weekdays: readonly Weekday[], ...spans: (readonly [string, string])[]): WeeklyInterval[] {
  return weekdays.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes })));
}

const decree = 'SKB 3 Menteri 1497/2025 2/2025 5/2025';
const christmas: NamedDay = { kind: 'holiday', name: 'Hari Raya Natal', decree, confidence: 'seen' };
const christmasEve: NamedDay = {
  kind: 'joint-leave',
  name: 'Cuti bersama Natal',
  decree,
  confidence: 'seen',
};
const calendar: HolidayCalendar = {
  years: new Set([2026]),
  days: new Map([
    [getDay('2026-12-24'), christmasEve],
    [getDay('2026-12-25'), christmas],
  ]),
};

const office = [
  ...hours([1, 2, 3, 4], ['08:00', '12:00'], ['13:00', '15:30']),
  ...hours([5], ['08:00', '11:00']),
];
const always = hours([1, 2, 3, 4, 5, 6, 7], ['00:00', '24:00']);

const ordinary = {
  seasons: [],
  exceptions: [],
  closures: [],
  servesHolidays: false,
  weekdays: null,
  site: ALWAYS,
};

/** `weekly`: the hours of the one week that was always kept. */
function facts(
  moment: string,
  { weekly = office, ...changes }: Partial<OpeningFacts> & { weekly?: WeeklyInterval[] } = {},
): OpeningFacts {
  const weeks = sinceEver(weekly);
  return { now: at(moment), zone, ...ordinary, weeks, calendar, ...changes };
}

function sinceEver(weekly: WeeklyInterval[]): BoothWeek[] {
  return [{ validFrom: '2000-01-01', hours: weekly }];
}

function closure(from: string, to: string | null, reason = 'Listrik padam'): Closure {
  return { startsAt: at(from), endsAt: to === null ? Infinity : at(to), reason };
}

test('it is open from the first minute of its hours until the lunch break', () => {
  const open = { open: true, until: at('2026-11-24 12:00'), sinceDayKnown: true };
  assert.deepEqual(openingState(facts('2026-11-24 08:00')), open);
  assert.deepEqual(openingState(facts('2026-11-24 11:59')), open);
});

test('at the minute of closing it is closed and tells when it opens again', () => {
  assert.deepEqual(openingState(facts('2026-11-24 12:00')), {
    open: false,
    because: 'outside-hours',
    opensAt: at('2026-11-24 13:00'),
    dayKnown: true,
  });
  assert.deepEqual(openingState(facts('2026-11-24 07:59')), {
    open: false,
    because: 'outside-hours',
    opensAt: at('2026-11-24 08:00'),
    dayKnown: true,
  });
});

test('after Friday prayer begins it opens again on Monday', () => {
  assert.deepEqual(openingState(facts('2026-11-27 11:00')), {
    open: false,
    because: 'outside-hours',
    opensAt: at('2026-11-30 08:00'),
    dayKnown: true,
  });
});

test('on a weekday without hours it says that it does not serve today', () => {
  const state = openingState(facts('2026-11-29 09:00'));
  assert.deepEqual(state, {
    open: false,
    because: 'not-today',
    opensAt: at('2026-11-30 08:00'),
    dayKnown: true,
  });
});

test('an agency that comes once a week tells the day on which it comes', () => {
  const thursdays = hours([4], ['09:00', '12:00']);
  const state = openingState(facts('2026-11-26 12:00', { weekly: thursdays }));
  assert.equal(!state.open && state.opensAt, at('2026-12-03 09:00'));
});

test('without any hours there is no schedule and no opening to tell', () => {
  const state = openingState(facts('2026-11-24 09:00', { weekly: [] }));
  assert.deepEqual(state, { open: false, because: 'no-schedule', opensAt: null, dayKnown: true });
});

test('on joint leave it tells the name and skips the holiday and the weekend after it', () => {
  const state = openingState(facts('2026-12-24 09:00'));
  const opensAt = at('2026-12-28 08:00');
  assert.deepEqual(state, {
    open: false,
    because: 'joint-leave',
    name: 'Cuti bersama Natal',
    opensAt,
    dayKnown: true,
  });
});

test('on a holiday it tells the name, also before and after its hours', () => {
  for (const time of ['00:00', '09:00', '23:59']) {
    const state = openingState(facts(`2026-12-25 ${time}`));
    assert.ok(!state.open);
    assert.deepEqual([state.because, state.name], ['holiday', 'Hari Raya Natal']);
  }
});

test('a holiday on a weekday that is never served is still "not today"', () => {
  const state = openingState(facts('2026-12-25 09:00', { weekly: hours([1], ['08:00', '12:00']) }));
  assert.equal(!state.open && state.because, 'not-today');
});

test('who serves holidays is open on them', () => {
  const state = openingState(facts('2026-12-25 09:00', { servesHolidays: true }));
  assert.deepEqual(state, { open: true, until: at('2026-12-25 11:00'), sinceDayKnown: true });
});

test('who serves holidays is closed on them for the hour, not for the holiday', () => {
  const state = openingState(facts('2026-12-25 07:00', { servesHolidays: true }));
  assert.equal(!state.open && state.because, 'outside-hours');
});

test('during a closure it tells the reason and when it really opens', () => {
  const closures = [closure('2026-11-24 09:00', '2026-11-24 12:30')];
  const state = openingState(facts('2026-11-24 09:00', { closures }));
  const opensAt = at('2026-11-24 13:00');
  assert.deepEqual(state, {
    open: false,
    because: 'closure',
    name: 'Listrik padam',
    opensAt,
    dayKnown: true,
  });
});

test('of two closures one after the other, the reason is the one that holds now', () => {
  const closures = [
    closure('2026-11-24 09:00', '2026-11-24 10:00', 'Listrik padam'),
    closure('2026-11-24 10:00', '2026-11-24 11:00', 'Jaringan putus'),
  ];
  const state = openingState(facts('2026-11-24 10:00', { closures }));
  assert.ok(!state.open);
  assert.deepEqual([state.name, state.opensAt], ['Jaringan putus', at('2026-11-24 11:00')]);
});

test('a closure that takes the next opening is the reason already before it begins', () => {
  const closures = [closure('2026-11-24 08:00', '2026-11-24 12:00', 'Apel')];
  const state = openingState(facts('2026-11-24 07:00', { closures }));
  assert.ok(!state.open);
  assert.deepEqual([state.because, state.name, state.opensAt], ['closure', 'Apel', at('2026-11-24 13:00')]);
});

test('a closure ahead cuts the time until which it is open', () => {
  const closures = [closure('2026-11-24 09:00', '2026-11-24 09:30')];
  const before = openingState(facts('2026-11-24 08:59', { closures }));
  assert.equal(before.open && before.until, at('2026-11-24 09:00'));
  const after = openingState(facts('2026-11-24 09:30', { closures }));
  assert.equal(after.open && after.until, at('2026-11-24 12:00'));
});

test('before the hours of a day that is closed throughout, the closure is the reason', () => {
  const closures = [closure('2026-11-24 00:00', '2026-11-25 00:00', 'Peresmian')];
  const state = openingState(facts('2026-11-24 07:00', { closures }));
  const opensAt = at('2026-11-25 08:00');
  assert.deepEqual(state, { open: false, because: 'closure', name: 'Peresmian', opensAt, dayKnown: true });
});

test('a closure outside the hours is not the reason', () => {
  const closures = [closure('2026-11-24 16:00', '2026-11-24 20:00')];
  const state = openingState(facts('2026-11-24 17:00', { closures }));
  assert.equal(!state.open && state.because, 'outside-hours');
});

test('a closure until further notice tells no opening', () => {
  const state = openingState(facts('2026-11-24 09:00', { closures: [closure('2026-11-24 08:30', null)] }));
  assert.ok(!state.open);
  assert.deepEqual([state.because, state.opensAt], ['closure', null]);
});

test('an opening is looked for sixty days ahead and no further', () => {
  const last = openingState(
    facts('2026-06-01 09:00', { closures: [closure('2026-06-01 00:00', '2026-07-31 00:00')] }),
  );
  assert.equal(!last.open && last.opensAt, at('2026-07-31 08:00'));
  const past = openingState(
    facts('2026-06-01 09:00', { closures: [closure('2026-06-01 00:00', '2026-08-01 00:00')] }),
  );
  assert.equal(!past.open && past.opensAt, null);
});

test('hours that adjoin at midnight are one opening', () => {
  const weekly = [...hours([2], ['20:00', '24:00']), ...hours([3], ['00:00', '02:00'])];
  const state = openingState(facts('2026-11-24 23:59', { weekly }));
  assert.equal(state.open && state.until, at('2026-11-25 02:00'));
});

test('hours that adjoin within a day are one opening', () => {
  const weekly = hours([2], ['08:00', '12:00'], ['12:00', '16:00']);
  const state = openingState(facts('2026-11-24 09:00', { weekly }));
  assert.equal(state.open && state.until, at('2026-11-24 16:00'));
});

test('who never closes is told open for seven days', () => {
  const until = at('2026-12-01 00:00');
  for (const time of ['00:00', '12:34', '23:59']) {
    const state = openingState(facts(`2026-11-24 ${time}`, { weekly: always }));
    assert.deepEqual(state, { open: true, until, sinceDayKnown: true });
  }
});

test('who never closes closes at the midnight before a holiday that is not served', () => {
  const state = openingState(facts('2026-12-22 10:00', { weekly: always }));
  assert.equal(state.open && state.until, at('2026-12-24 00:00'));
});

test('a day of a year not imported goes by its weekday and is told as not known', () => {
  const open = openingState(facts('2027-01-01 09:00'));
  assert.deepEqual(open, { open: true, until: at('2027-01-01 11:00'), sinceDayKnown: false });
  const nextYear = openingState(facts('2026-12-31 16:00'));
  const opensAt = at('2027-01-01 08:00');
  assert.deepEqual(nextYear, { open: false, because: 'outside-hours', opensAt, dayKnown: false });
});

test('an answer given on a day that is not known is not known either', () => {
  const state = openingState(facts('2025-12-31 16:00'));
  const opensAt = at('2026-01-01 08:00');
  assert.deepEqual(state, { open: false, because: 'outside-hours', opensAt, dayKnown: false });
});

test('a stretch begins at or holds the moment asked for', () => {
  const stretch = { startsAt: at('2026-11-24 13:00'), endsAt: at('2026-11-24 15:30') };
  assert.deepEqual(findOpenStretch(facts('2026-11-24 08:00'), at('2026-11-24 12:00')), stretch);
  assert.deepEqual(findOpenStretch(facts('2026-11-24 08:00'), at('2026-11-24 14:00')), stretch);
});

test('hours that close before they open are a fault, not a closed door', () => {
  const weekly = hours([2], ['15:00', '08:00']);
  assert.throws(() => openingState(facts('2026-11-24 09:00', { weekly })), RangeError);
});
