import assert from 'node:assert/strict';
import test from 'node:test';
import { parseDay } from '#platform/values/day.ts';
import type { Day } from '#platform/values/day.ts';
import { dayKind } from './day-kinds.ts';
import type { HolidayCalendar, NamedDay } from './day-kinds.ts';

function getDay(text: string): Day {
  const day = parseDay(text);
  assert.ok(day !== undefined);
  return day;
}

const decree = 'SKB 3 Menteri 1497/2025 2/2025 5/2025';
const nyepi: NamedDay = { kind: 'holiday', name: 'Hari Suci Nyepi', decree, confidence: 'seen' };
const calendar: HolidayCalendar = { years: new Set([2026]), days: new Map([[getDay('2026-03-19'), nyepi]]) };

test('a day that the decree names is told with its name and decree', () => {
  assert.deepEqual(dayKind(getDay('2026-03-19'), calendar), nyepi);
});

test('any other day of an imported year is ordinary', () => {
  assert.deepEqual(dayKind(getDay('2026-01-01'), calendar), { kind: 'ordinary' });
  assert.deepEqual(dayKind(getDay('2026-12-31'), calendar), { kind: 'ordinary' });
});

test('a day of a year that was not imported is unknown, never ordinary', () => {
  assert.deepEqual(dayKind(getDay('2027-01-01'), calendar), { kind: 'unknown' });
  assert.deepEqual(dayKind(getDay('2025-12-31'), calendar), { kind: 'unknown' });
});

test("a day named ahead of its year's decree is already known", () => {
  const early = { years: new Set<number>(), days: calendar.days };
  assert.deepEqual(dayKind(getDay('2026-03-19'), early), nyepi);
});
