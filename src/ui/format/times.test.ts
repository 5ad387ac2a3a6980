import assert from 'node:assert/strict';
import test from 'node:test';
import {
  formatMonthShort,
  formatClock,
  formatDate,
  formatDateNear,
  formatDateTime,
  formatDay,
  formatDayShort,
  formatIsoDay,
  formatOpening,
  formatTime,
  formatTimeRange,
  formatTimeZone,
  formatWeekday,
} from './times.ts';

const WITA = 'Asia/Makassar';
const tuesday = Date.UTC(2026, 10, 24, 1, 42);

test('a time has a full stop in Indonesian and a colon in English, always 24 hours', () => {
  assert.equal(formatTime(tuesday, WITA), '09.42');
  assert.equal(formatTime(tuesday, WITA, 'en'), '09:42');
  assert.equal(formatTime(Date.UTC(2026, 10, 24, 16, 0), WITA), '00.00');
  assert.equal(formatTime(Date.UTC(2026, 10, 24, 15, 59), WITA), '23.59');
});

test('an ISO text is read as the same instant', () => {
  assert.equal(formatTime('2026-11-24T09:42:00+08:00', WITA), '09.42');
});

test('the zone is named as people name it', () => {
  assert.equal(formatTimeZone(tuesday, WITA), '09.42 WITA');
  assert.equal(formatTimeZone(tuesday, 'Asia/Jakarta'), '08.42 WIB');
  assert.equal(formatTimeZone(tuesday, 'Asia/Jayapura'), '10.42 WIT');
  assert.equal(formatTimeZone(tuesday, 'Asia/Kuala_Lumpur'), '09.42 GMT+8');
  assert.equal(formatTimeRange(Date.UTC(2026, 10, 24), Date.UTC(2026, 10, 24, 7), WITA), '08.00–15.00 WITA');
});

test('a date is the date in the mall, not in the reader’s zone', () => {
  assert.equal(formatDate(tuesday, WITA), 'Selasa, 24 November 2026');
  assert.equal(formatDate(tuesday, WITA, 'en'), 'Tuesday, 24 November 2026');
  assert.equal(formatDate(Date.UTC(2026, 10, 24, 17, 0), WITA), 'Rabu, 25 November 2026');
  assert.equal(formatIsoDay(Date.UTC(2026, 10, 24, 17, 0), WITA), '2026-11-25');
  assert.equal(formatDateNear(tuesday, WITA), 'Selasa, 24 November');
  assert.equal(formatDateTime(tuesday, WITA), 'Selasa, 24 November 2026, 09.42 WITA');
});

test('a plain day keeps its date', () => {
  assert.equal(formatDay('2026-11-24'), 'Selasa, 24 November 2026');
  assert.equal(formatDayShort('2026-01-01'), '1 Januari 2026');
  assert.throws(() => formatDay('24-11-2026'), RangeError);
});

test('a next opening says today, tomorrow or the day', () => {
  const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour - 8);
  assert.equal(formatOpening(at(24, 13), tuesday, WITA), 'hari ini 13.00 WITA');
  assert.equal(formatOpening(at(25, 0), tuesday, WITA), 'besok 00.00 WITA');
  assert.equal(formatOpening(at(26, 8), tuesday, WITA), 'Kamis, 26 November, 08.00 WITA');
  assert.equal(formatOpening(at(25, 8), tuesday, WITA, 'en'), 'tomorrow 08:00 WITA');
});

test('weekdays are counted from Monday', () => {
  assert.equal(formatWeekday(1), 'Senin');
  assert.equal(formatWeekday(5), 'Jumat');
  assert.equal(formatWeekday(7, 'en'), 'Sunday');
  assert.throws(() => formatWeekday(0), RangeError);
});

test('a month on an axis is short', () => {
  assert.deepEqual([formatMonthShort('2026-11'), formatMonthShort('2026-08', 'en')], ['Nov', 'Aug']);
});

test('a time of a schedule keeps the end of the day as 24.00', () => {
  assert.equal(formatClock('24:00'), '24.00');
  assert.equal(formatClock('08:00', 'en'), '08:00');
});

test('what is not an instant is refused loudly', () => {
  assert.throws(() => formatTime('kemarin', WITA), RangeError);
});
