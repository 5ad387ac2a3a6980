import assert from 'node:assert/strict';
import test from 'node:test';
import { ALWAYS } from '#areas/malls/rules/site-days.ts';
import type { Weekday } from '#platform/values/day.ts';
import type { HolidayCalendar } from './day-kinds.ts';
import { openingState, type OpeningFacts } from './opening.ts';
import type { BoothWeek, WeeklyInterval } from './weekly-hours.ts';

const zone = 'Asia/Makassar';
const at = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}+08:00`);

function hours(weekdays: readonly Weekday[], ...spans: (readonly [string, string])[]): WeeklyInterval[] {
  return weekdays.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes })));
}

const office = hours([1, 2, 3, 4], ['08:00', '12:00'], ['13:00', '15:30']);
const always = hours([1, 2, 3, 4, 5, 6, 7], ['00:00', '24:00']);
const calendar: HolidayCalendar = { years: new Set([2026]), days: new Map() };

function facts(moment: string, changes: Partial<OpeningFacts>): OpeningFacts {
  const weeks = sinceEver(office);
  const ordinary = {
    seasons: [],
    exceptions: [],
    closures: [],
    servesHolidays: false,
    weekdays: null,
    site: ALWAYS,
  };
  return { now: at(moment), zone, ...ordinary, weeks, calendar, ...changes };
}

function sinceEver(weekly: WeeklyInterval[]): BoothWeek[] {
  return [{ validFrom: '2000-01-01', hours: weekly }];
}

test('a new week holds from its first day on, and the week before it until then', () => {
  const weeks = [...sinceEver(office), { validFrom: '2026-11-25', hours: hours([3], ['10:00', '11:00']) }];
  assert.deepEqual(openingState(facts('2026-11-24 09:00', { weeks })), {
    open: true,
    until: at('2026-11-24 12:00'),
    sinceDayKnown: true,
  });
  const evening = openingState(facts('2026-11-24 16:00', { weeks }));
  assert.equal(!evening.open && evening.opensAt, at('2026-11-25 10:00'));
  const thursday = openingState(facts('2026-11-26 09:00', { weeks }));
  assert.deepEqual(!thursday.open && [thursday.because, thursday.opensAt], [
    'not-today',
    at('2026-12-02 10:00'),
  ]);
});

test('hours that adjoin at the midnight on which a week ends are one opening', () => {
  const weeks = [...sinceEver(always), { validFrom: '2026-11-25', hours: hours([3], ['00:00', '06:00']) }];
  const state = openingState(facts('2026-11-24 23:00', { weeks }));
  assert.equal(state.open && state.until, at('2026-11-25 06:00'));
});

test('the leap day is a day of its week in every zone of the country', () => {
  const leap: HolidayCalendar = { years: new Set([2028]), days: new Map() };
  const weeks = sinceEver(hours([2], ['08:00', '24:00']));
  for (const [place, offset] of Object.entries({
    'Asia/Jakarta': '+07:00',
    'Asia/Makassar': '+08:00',
    'Asia/Jayapura': '+09:00',
  })) {
    const now = Date.parse(`2028-02-29T23:59${offset}`);
    const state = openingState({ ...facts('2026-11-24 09:00', { weeks, calendar: leap }), now, zone: place });
    assert.equal(state.open && state.until, Date.parse(`2028-03-01T00:00${offset}`), place);
  }
});

test('a day that is closed for a reason of its own tells the reason and when it opens again', () => {
  const exceptions = [
    { day: '2026-11-24', scope: 'planned' as const, reason: 'Pelatihan petugas', hours: [] },
  ];
  assert.deepEqual(openingState(facts('2026-11-24 09:00', { exceptions })), {
    open: false,
    because: 'exception',
    name: 'Pelatihan petugas',
    opensAt: at('2026-11-25 08:00'),
    dayKnown: true,
  });
});

test('a Saturday that is opened is the next opening on Friday evening', () => {
  const hours = [{ opens: '09:00', closes: '12:00' }];
  const exceptions = [{ day: '2026-11-28', scope: 'everybody' as const, reason: 'Pekan layanan', hours }];
  const friday = openingState(facts('2026-11-27 17:00', { exceptions }));
  assert.equal(!friday.open && friday.opensAt, at('2026-11-28 09:00'));
  const saturday = openingState(facts('2026-11-28 11:59', { exceptions }));
  assert.equal(saturday.open && saturday.until, at('2026-11-28 12:00'));
});
