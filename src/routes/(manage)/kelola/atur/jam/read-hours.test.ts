import assert from 'node:assert/strict';
import test from 'node:test';
import { readClock, readHours } from './read-hours.ts';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('a time is read as people write it', () => {
  const written = {
    '8': '08:00',
    '8.30': '08:30',
    '08:30': '08:30',
    '0830': '08:30',
    ' 24 ': '24:00',
    '24.00': '24:00',
  };
  for (const [text, time] of Object.entries(written)) assert.equal(readClock(text), time, text);
  for (const text of ['', 'pagi', '8.3', '8-30']) assert.equal(readClock(text), text);
});

test('a day with two stretches is read with its gap, and an empty day is closed', () => {
  const { hours, problems } = readHours(
    formOf({ 'h1-0-buka': '8', 'h1-0-tutup': '12.00', 'h1-3-buka': '13.00', 'h1-3-tutup': '24' }),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(hours, [
    { weekday: 1, opens: '08:00', closes: '12:00' },
    { weekday: 1, opens: '13:00', closes: '24:00' },
  ]);
  assert.deepEqual(readHours(formOf({})).hours, []);
});

test('what is wrong is told at its field, which is where the page that comes back shows it', () => {
  const { problems, days } = readHours(
    formOf({
      'h1-0-buka': '08.00',
      'h1-0-tutup': '12.00',
      'h1-2-buka': '11.00',
      'h1-2-tutup': '15.00',
      'h5-0-buka': '13.00',
    }),
  );
  assert.deepEqual(problems, [
    { field: 'h1-1-buka', weekday: 1, problem: 'overlaps' },
    { field: 'h5-0-buka', weekday: 5, problem: 'not-a-time' },
  ]);
  assert.deepEqual(days[0]?.[1], { opens: '11.00', closes: '15.00' });
});
