import assert from 'node:assert/strict';
import test from 'node:test';
import { groupDays, restBar } from './rest-bar.ts';

const first = { starts: '12:00', ends: '12:30' };
const second = { starts: '12:30', ends: '13:00' };

test('rests that follow one another are drawn one behind the other', () => {
  assert.deepEqual(restBar(first, [first, second]), { left: 0, width: 50 });
  assert.deepEqual(restBar(second, [first, second]), { left: 50, width: 50 });
});

test('a single rest fills its line, and times the wrong way round draw nothing', () => {
  assert.deepEqual(restBar(first, [first]), { left: 0, width: 100 });
  const wrong = { starts: '13:00', ends: '12:00' };
  assert.equal(restBar(wrong, [wrong]).width, 0);
});

test('days with the same rests are drawn once', () => {
  const rests = [{ days: '1234567' }, { days: '1234' }, { days: '5' }];
  assert.deepEqual(groupDays(rests), [
    { weekdays: [1, 2, 3, 4], rests: [rests[0], rests[1]] },
    { weekdays: [5], rests: [rests[0], rests[2]] },
    { weekdays: [6, 7], rests: [rests[0]] },
  ]);
  assert.deepEqual(groupDays([{ days: '' }]), []);
});
