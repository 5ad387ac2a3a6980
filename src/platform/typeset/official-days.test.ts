import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeDate, writeDay, writeMonth, writeWeekday } from './official-days.ts';

test('official papers write days in Indonesian', () => {
  const day = '2025-11-27';
  assert.deepEqual(
    [writeDate(day), writeDay(day), writeMonth(day), writeWeekday(4)],
    ['27 November 2025', 'Kamis, 27 November 2025', 'November 2025', 'Kamis'],
  );
});
