import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  atTime,
  compareDays,
  dayAt,
  isClockTime,
  parseDay,
  weekdayOf,
  zoneAbbreviation,
} from './day.ts';
import type { Day } from './day.ts';

const HOUR_MS = 3_600_000;
/** Indonesia's zones never shifted since 1988, so these tests need no table but these three numbers. */
const OFFSET_HOURS = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;
const anyZone = fc.constantFrom(...(Object.keys(OFFSET_HOURS) as (keyof typeof OFFSET_HOURS)[]));

function getDay(text: string): Day {
  const day = parseDay(text);
  assert.ok(day !== undefined, `${text} is a day`);
  return day;
}

/** Days of 1990–2100 as whole days since 1970. */
const anyDayNumber = fc.integer({ min: 7_305, max: 47_846 });
const dayOfNumber = (n: number): Day => getDay(new Date(n * 24 * HOUR_MS).toISOString().slice(0, 10));

test('only dates that exist are days', () => {
  for (const text of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-11-24']) {
    assert.equal(parseDay(text), text);
  }
  const wrong = [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
  ];
  const odd = [
    '',
    ' 2026-01-01',
    '2026-01-01\n',
    '20260101',
    '2026-01-01T00:00',
    '+002026-01-01',
    '２026-01-01',
  ];
  for (const text of [...wrong, ...odd]) assert.equal(parseDay(text), undefined, JSON.stringify(text));
});

test('adding days walks over months, leap days and years, both ways', () => {
  assert.equal(addDays(getDay('2024-02-28'), 1), '2024-02-29');
  assert.equal(addDays(getDay('2026-12-31'), 1), '2027-01-01');
  assert.equal(addDays(getDay('2026-03-01'), -1), '2026-02-28');
  fc.assert(
    fc.property(anyDayNumber, fc.integer({ min: -4000, max: 4000 }), (n, step) => {
      assert.equal(addDays(dayOfNumber(n), step), dayOfNumber(n + step));
    }),
  );
});

test('a day outside the years 1 to 9999 is never made', () => {
  assert.throws(() => addDays(getDay('9999-12-31'), 1), RangeError);
  assert.throws(() => addDays(getDay('0001-01-01'), -1), RangeError);
});

test('the week runs from Monday 1 to Sunday 7', () => {
  assert.equal(weekdayOf(getDay('2026-11-23')), 1);
  assert.equal(weekdayOf(getDay('2026-11-29')), 7);
  fc.assert(
    fc.property(anyDayNumber, (n) => {
      assert.equal(weekdayOf(dayOfNumber(n)), ((n + 3) % 7) + 1);
    }),
  );
});

test('the service day changes at the midnight of the mall, not of the server', () => {
  const lateEvening = Date.parse('2026-11-23T15:59:59.999Z');
  assert.equal(dayAt(lateEvening, 'Asia/Makassar'), '2026-11-23');
  assert.equal(dayAt(lateEvening + 1, 'Asia/Makassar'), '2026-11-24');
  assert.equal(dayAt(lateEvening + 1, 'Asia/Jakarta'), '2026-11-23');
  assert.equal(dayAt(lateEvening + 1, 'Asia/Jayapura'), '2026-11-24');
});

test('a time of day is the instant at which the clocks of its zone show it', () => {
  assert.equal(atTime(getDay('2026-11-24'), '08:00', 'Asia/Makassar'), Date.parse('2026-11-24T00:00Z'));
  assert.equal(atTime(getDay('2026-11-24'), '08:00', 'Asia/Jakarta'), Date.parse('2026-11-24T01:00Z'));
  fc.assert(
    fc.property(anyDayNumber, fc.integer({ min: 0, max: 1439 }), anyZone, (n, minute, zone) => {
      const text = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const epochMs = atTime(dayOfNumber(n), text, zone);
      assert.equal(epochMs, (n * 24 - OFFSET_HOURS[zone]) * HOUR_MS + minute * 60_000);
      assert.equal(dayAt(epochMs, zone), dayOfNumber(n));
    }),
  );
});

test("24:00 is the next day's midnight", () => {
  assert.equal(
    atTime(getDay('2026-12-31'), '24:00', 'Asia/Makassar'),
    atTime(getDay('2027-01-01'), '00:00', 'Asia/Makassar'),
  );
});

test('a day on which clocks are put forward is shorter in a zone that does so', () => {
  const day = getDay('2026-03-29');
  assert.equal(
    atTime(day, '24:00', 'Europe/Amsterdam') - atTime(day, '00:00', 'Europe/Amsterdam'),
    23 * HOUR_MS,
  );
});

test('only 00:00 to 23:59 and 24:00 are times of day', () => {
  for (const text of ['00:00', '09:05', '23:59', '24:00']) assert.equal(isClockTime(text), true);
  for (const text of ['24:01', '8:00', '08.00', '08:60', '25:00', '08:00:00', '']) {
    assert.equal(isClockTime(text), false, text);
    assert.throws(() => atTime(getDay('2026-11-24'), text, 'Asia/Makassar'), RangeError);
  }
});

test('days compare by the calendar', () => {
  assert.ok(compareDays(getDay('2026-09-30'), getDay('2026-10-01')) < 0);
  assert.ok(compareDays(getDay('2027-01-01'), getDay('2026-12-31')) > 0);
  assert.equal(compareDays(getDay('2026-12-31'), getDay('2026-12-31')), 0);
});

test('each of the three zones has its abbreviation, and a foreign zone keeps its name', () => {
  const shown = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/Rome'].map(
    zoneAbbreviation,
  );
  assert.deepEqual(shown, ['WIB', 'WIB', 'WITA', 'WIT', 'Europe/Rome']);
});
