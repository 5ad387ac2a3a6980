import assert from 'node:assert/strict';
import test from 'node:test';
import { ALWAYS } from '#areas/malls/rules/site-days.ts';
import fc from 'fast-check';
import { addDays, parseDay, type Day, type Weekday } from '#platform/values/day.ts';
import type { HolidayCalendar } from './day-kinds.ts';
import {
  endsEarlier,
  findSharedDays,
  planDay,
  type DayException,
  type DayPlan,
  type Season,
} from './day-plan.ts';

const day = (text: string): Day => parseDay(text)!;
const on = (weekdays: readonly Weekday[], opens: string, closes: string) =>
  weekdays.map((weekday) => ({ weekday, opens, closes }));

const TUESDAY = day('2026-03-03');
const SATURDAY = day('2026-03-07');
const HOLIDAY = day('2026-03-19');
const calendar: HolidayCalendar = {
  years: new Set([2026]),
  days: new Map([
    [HOLIDAY, { kind: 'holiday', name: 'Nyepi', decree: 'SKB', confidence: 'seen' }],
    [day('2026-03-21'), { kind: 'holiday', name: 'Idul Fitri', decree: 'SKB', confidence: 'seen' }],
  ]),
};
const ramadan: Season = {
  firstDay: '2026-02-19',
  lastDay: '2026-03-19',
  name: 'Ramadan',
  ofAgency: false,
  hours: on([1, 2, 3, 4], '08:00', '14:00'),
};
const exception = (changes: Partial<DayException>): DayException => ({
  day: SATURDAY,
  scope: 'everybody',
  reason: 'Pekan layanan',
  hours: [{ opens: '09:00', closes: '12:00' }],
  ...changes,
});
const plan = (changes: Partial<DayPlan> = {}): DayPlan => ({
  weeks: [{ validFrom: '2000-01-01', hours: on([1, 2, 3, 4, 5], '08:00', '15:00') }],
  seasons: [],
  exceptions: [],
  calendar,
  servesHolidays: false,
  weekdays: null,
  site: ALWAYS,
  ...changes,
});
const told = (of: Day, changes: Partial<DayPlan>) => {
  const { hours, source } = planDay(of, plan(changes));
  return [source.kind, ...hours.map(({ opens, closes }) => `${opens}-${closes}`)].join(' ');
};

test('a day without anything special has the hours of its week', () => {
  assert.equal(told(TUESDAY, {}), 'week 08:00-15:00');
  assert.equal(told(SATURDAY, {}), 'week');
});

test('a season goes before the week from its first to its last day, and not a day longer', () => {
  const seasons = [ramadan];
  assert.equal(told(day('2026-02-18'), { seasons }), 'week 08:00-15:00');
  assert.equal(told(day('2026-02-19'), { seasons }), 'season 08:00-14:00');
  assert.equal(told(day('2026-03-18'), { seasons }), 'season 08:00-14:00');
  assert.equal(told(day('2026-03-20'), { seasons }), 'week 08:00-15:00');
  assert.equal(told(day('2026-02-20'), { seasons }), 'season');
});

test('who does not come on a weekday does not come on it in a season of the mall, but may in one of the own', () => {
  const weeks = [{ validFrom: '2000-01-01', hours: on([3], '08:00', '14:00') }];
  assert.equal(told(TUESDAY, { weeks, seasons: [ramadan] }), 'season');
  assert.equal(told(TUESDAY, { weeks, seasons: [{ ...ramadan, ofAgency: true }] }), 'season 08:00-14:00');
});

test('what an agency says for itself goes before what the mall says', () => {
  const own = { ...ramadan, ofAgency: true, hours: on([2], '10:00', '12:00') };
  assert.equal(told(TUESDAY, { seasons: [ramadan, own] }), 'season 10:00-12:00');
  const exceptions = [exception({}), exception({ scope: 'agency', hours: [] })];
  assert.equal(told(SATURDAY, { exceptions }), 'exception');
});

test('a single day goes before the season, and opens a holiday', () => {
  const short = exception({ day: TUESDAY, scope: 'planned' });
  assert.equal(told(TUESDAY, { seasons: [ramadan], exceptions: [short] }), 'exception 09:00-12:00');
  assert.equal(told(HOLIDAY, {}), 'holiday');
  assert.equal(told(HOLIDAY, { servesHolidays: true, seasons: [ramadan] }), 'season 08:00-14:00');
  assert.equal(told(HOLIDAY, { exceptions: [exception({ day: HOLIDAY })] }), 'exception 09:00-12:00');
});

test('a day for those who serve that day opens nobody else', () => {
  const exceptions = [exception({ scope: 'planned' })];
  assert.equal(told(SATURDAY, { exceptions }), 'week');
  assert.equal(told(HOLIDAY, { exceptions: [exception({ day: HOLIDAY, scope: 'planned' })] }), 'holiday');
  assert.equal(told(SATURDAY, { exceptions: [exception({})] }), 'exception 09:00-12:00');
});

test('a single day without hours is closed, with its reason', () => {
  const { source } = planDay(TUESDAY, plan({ exceptions: [exception({ day: TUESDAY, hours: [] })] }));
  assert.deepEqual(source, { kind: 'exception', name: 'Pekan layanan' });
});

test('a holiday on a day without hours is not the reason why nobody comes', () => {
  assert.equal(told(day('2026-03-21'), {}), 'week');
});

test('the leap day is a day of its season', () => {
  const seasons = [{ ...ramadan, firstDay: '2028-02-29', lastDay: '2028-02-29' }];
  assert.equal(told(day('2028-02-29'), { seasons }), 'season 08:00-14:00');
  assert.equal(told(day('2028-03-01'), { seasons }), 'week 08:00-15:00');
});

test('outside the days of its site nothing opens a booth, and within them nothing is changed', () => {
  const site = { from: '2026-11-24', until: '2026-11-28' };
  const exceptions = [exception({ scope: 'agency', day: '2026-11-29' })];
  assert.equal(told(day('2026-11-23'), { site }), 'site-not-yet');
  assert.equal(told(day('2026-11-24'), { site }), 'week 08:00-15:00');
  assert.equal(told(day('2026-11-28'), { site }), 'week');
  assert.equal(told(day('2026-11-29'), { site, exceptions }), 'site-over');
  assert.equal(told(HOLIDAY, { site }), 'site-not-yet');
  assert.equal(told(day('2026-11-30'), { site, weekdays: [2] }), 'site-over');
});

test('two stretches of days share a day exactly when some day lies in both', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }))
    .map(([from, length]) => ({ from, to: from + length }));
  const asDays = ({ from, to }: { from: number; to: number }) => ({
    firstDay: addDays(TUESDAY, from),
    lastDay: addDays(TUESDAY, to),
  });
  fc.assert(
    fc.property(stretch, stretch, (a, b) => {
      const shared = Array.from({ length: 20 }, (_, n) => n).some(
        (n) => a.from <= n && n <= a.to && b.from <= n && n <= b.to,
      );
      assert.equal(findSharedDays(asDays(a), [asDays(b)]) !== undefined, shared);
    }),
  );
});

test('a day ends earlier by its last closing alone: a longer break or a later beginning cuts nobody off', () => {
  const hours = (...spans: string[]) =>
    spans.map((span) => ({ opens: span.slice(0, 5), closes: span.slice(6) }));
  const usual = hours('08:00-12:00', '13:00-15:00');
  assert.ok(endsEarlier(usual, hours('08:00-14:59')));
  assert.ok(endsEarlier(usual, []));
  assert.ok(endsEarlier(hours('20:00-24:00'), hours('20:00-23:30')));
  for (const after of [usual, hours('10:00-11:00', '14:30-15:00'), hours('08:00-24:00')])
    assert.ok(!endsEarlier(usual, after));
  assert.ok(!endsEarlier([], usual));
  assert.ok(!endsEarlier([], []));
});
