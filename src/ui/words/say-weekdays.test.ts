import assert from 'node:assert/strict';
import test from 'node:test';
import { sayWeekdays } from './say-weekdays.ts';

test('days that follow one another are said as one, two of them by name', () => {
  assert.equal(sayWeekdays([1, 2, 3, 4, 5, 6, 7], 'id'), 'Setiap hari');
  assert.equal(sayWeekdays([4, 3, 2, 1], 'id'), 'Senin–Kamis');
  assert.equal(sayWeekdays([5], 'en'), 'Friday');
  assert.equal(sayWeekdays([2, 3, 5], 'id'), 'Selasa, Rabu, Jumat');
  assert.equal(sayWeekdays([1, 2, 3, 5, 7], 'en'), 'Monday–Wednesday, Friday, Sunday');
});
