import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeptDayLine } from '#areas/reports/contract.ts';
import type { KeptState } from '#areas/reports/rules/kept-day.ts';
import { addDays, type Day } from '#platform/values/day.ts';
import { drawKeptCalendar, findAbsencePattern } from './kept-calendar.ts';

/** From Monday, 31 August 2026 on. */
const days = (states: readonly KeptState[]): KeptDayLine[] =>
  states.map((state, place) => ({
    day: addDays('2026-08-31' as Day, place),
    state,
    ...{ promisedMinutes: 0, presentMinutes: 0, cameAt: null, reason: null },
  }));

test('days stand by week and weekday, and what was not promised is left empty', () => {
  const picture = drawKeptCalendar(
    days(['free', 'free', 'kept', 'late', 'absent', 'free', 'free', 'kept', 'to-come']),
  );
  assert.deepEqual(
    picture.cells.map(({ state, column, row }) => [state, column, row]),
    [
      ['kept', 0, 2],
      ['late', 0, 3],
      ['absent', 0, 4],
      ['kept', 1, 0],
    ],
  );
  assert.deepEqual([picture.columns, picture.rows], [2, 5]);
  assert.deepEqual(picture.months, [{ column: 0, month: '2026-09' }]);
});

test('a promised Sunday makes the week seven days long', () => {
  assert.equal(drawKeptCalendar(days(['kept', 'free', 'free', 'free', 'free', 'free', 'kept'])).rows, 7);
});

test('a month whose name would lie on the next one is left out', () => {
  const picture = drawKeptCalendar(days(['kept', 'kept', 'kept']));
  assert.deepEqual(picture.months, [{ column: 0, month: '2026-09' }]);
});

test('nothing promised, nothing drawn', () => {
  assert.deepEqual(drawKeptCalendar(days(['free', 'to-come'])), {
    cells: [],
    columns: 0,
    rows: 0,
    months: [],
  });
});

test('absences that fall on one weekday are seen', () => {
  const week: KeptState[] = ['kept', 'kept', 'kept', 'kept', 'absent', 'free', 'free'];
  assert.deepEqual(findAbsencePattern(days([...week, ...week])), { weekday: 5, count: 2, all: 2 });
  assert.deepEqual(findAbsencePattern(days([...week, 'absent'])), { weekday: 1, count: 1, all: 2 });
  assert.equal(findAbsencePattern(days(['kept'])), undefined);
});
