import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkStageDays, findMissingLetters, stageAgeDays, stageState, type StageDays } from './stages.ts';

const NONE: StageDays = { plannedFrom: null, plannedUntil: null, actualFrom: null, actualUntil: null };
const on = (days: Partial<StageDays>, today = '2026-06-15') => stageState({ ...NONE, ...days }, today);

test('a stage is told by its days: planned, late, running, overdue, done', () => {
  assert.equal(on({}), 'unplanned');
  assert.equal(on({ plannedFrom: '2026-06-15' }), 'planned');
  assert.equal(on({ plannedFrom: '2026-06-14' }), 'late');
  assert.equal(on({ plannedUntil: '2026-06-14' }), 'late');
  assert.equal(on({ actualFrom: '2026-06-15' }), 'running');
  assert.equal(on({ actualFrom: '2026-06-01', plannedUntil: '2026-06-15' }), 'running');
  assert.equal(on({ actualFrom: '2026-06-01', plannedUntil: '2026-06-14' }), 'overdue');
  assert.equal(on({ actualFrom: '2026-06-01', actualUntil: '2026-06-15' }), 'done');
  assert.equal(on({ actualFrom: '2026-06-01', actualUntil: '2026-06-16' }), 'running');
});

test('its age counts both ends, and stops when it is done', () => {
  const age = (days: Partial<StageDays>) => stageAgeDays({ ...NONE, ...days }, '2026-06-15');
  assert.equal(age({ actualFrom: '2026-06-15' }), 1);
  assert.equal(age({ actualFrom: '2026-06-01' }), 15);
  assert.equal(age({ actualFrom: '2026-06-01', actualUntil: '2026-06-10' }), 10);
  assert.equal(age({ plannedFrom: '2026-01-01' }), null);
  assert.equal(age({ actualFrom: '2026-06-16' }), null);
});

test('three years passed in Balangan from the study to the signatures', () => {
  const days = { ...NONE, actualFrom: '2022-12-05', actualUntil: '2025-11-27' };
  assert.equal(stageAgeDays(days, '2026-01-01'), 1089);
});

test('an end before its beginning, or without one, is refused', () => {
  assert.equal(
    checkStageDays({ ...NONE, plannedFrom: '2026-02-01', plannedUntil: '2026-01-31' })?.refused,
    'STAGE_DAYS',
  );
  assert.equal(
    checkStageDays({ ...NONE, actualFrom: '2026-02-01', actualUntil: '2026-01-31' })?.refused,
    'STAGE_DAYS',
  );
  assert.equal(checkStageDays({ ...NONE, actualUntil: '2026-01-31' })?.refused, 'STAGE_DAYS');
  assert.equal(checkStageDays({ ...NONE, actualFrom: '2026-01-31', actualUntil: '2026-01-31' }), undefined);
});

test('a stage names the papers that it waits for, one of each group', () => {
  assert.deepEqual(findMissingLetters('team', []), [['decree']]);
  assert.deepEqual(findMissingLetters('team', ['decree']), []);
  assert.deepEqual(findMissingLetters('proposal', ['study']), [['letter-out']]);
  assert.deepEqual(findMissingLetters('study-visit', ['minutes']), []);
});
