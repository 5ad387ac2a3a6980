import assert from 'node:assert/strict';
import test from 'node:test';
import { groupWeek, sayDays, sayHours, sayWeek } from './week-hours.ts';

const WITA = 'Asia/Makassar';
const days = (weekdays: readonly number[], opens: string, closes: string) =>
  weekdays.map((weekday) => ({ weekday, opens, closes }));

test('neighbouring days with the same hours are told together, closed days are left out of the line', () => {
  const weekly = [...days([1, 2, 3, 4], '08:00', '15:00'), ...days([5], '08:00', '11:00')];
  assert.equal(sayWeek(weekly, WITA, 'id'), 'Senin–Kamis 08.00–15.00, Jumat 08.00–11.00 WITA');
  assert.equal(sayWeek(weekly, WITA, 'en'), 'Monday–Thursday 08:00–15:00, Friday 08:00–11:00 WITA');
});

test('a week without a closed day and without a difference is every day', () => {
  const weekly = days([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00');
  assert.equal(sayWeek(weekly, WITA, 'id'), 'Setiap hari 00.00–24.00 WITA');
});

test('a break at noon stays a break, but agencies together are open as long as one of them is', () => {
  const withBreak = [...days([1], '08:00', '12:00'), ...days([1], '13:00', '15:00')];
  const [monday] = groupWeek(withBreak);
  assert.equal(sayHours(monday!, 'id'), '08.00–12.00, 13.00–15.00');
  const [joined] = groupWeek([...withBreak, ...days([1], '11:00', '13:00')]);
  assert.equal(sayHours(joined!, 'id'), '08.00–15.00');
});

test('every weekday is in exactly one group, in order', () => {
  const groups = groupWeek(days([3], '08:00', '15:00'));
  assert.deepEqual(
    groups.map((group) => sayDays(group, 'id')),
    ['Senin–Selasa', 'Rabu', 'Kamis–Minggu'],
  );
});

test('without hours there is nothing to say', () => {
  assert.equal(sayWeek([], WITA, 'id'), '');
});
