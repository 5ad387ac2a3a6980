import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSurveyOpen, sampleNeeded, shareBetween } from './needs-survey.ts';

test('a survey is open on both its days and between them, and not once the study has ended', () => {
  const days = { from: '2026-03-01', until: '2026-03-10', concludedOn: null };
  const open = ['2026-02-28', '2026-03-01', '2026-03-10', '2026-03-11'].map((day) => isSurveyOpen(days, day));
  assert.deepEqual(open, [false, true, true, false]);
  assert.equal(isSurveyOpen({ ...days, concludedOn: '2026-03-02' }, '2026-03-02'), false);
  assert.equal(isSurveyOpen({ from: null, until: null, concludedOn: null }, '2026-03-02'), false);
});

test('the sample agrees with the printed table of Krejcie and Morgan', () => {
  const printed = [
    [10, 10],
    [15, 14],
    [100, 80],
    [500, 217],
    [1000, 278],
    [10_000, 370],
    [75_000, 382],
  ] as const;
  for (const [population, sample] of printed) assert.equal(sampleNeeded(population), sample);
});

test('the interval of a share stays between nothing and all, and holds the share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (all, some) => {
      const { share, from, until } = shareBetween(some % (all + 1), all)!;
      return from >= 0 && until <= 1 && from <= share + 1e-12 && share <= until + 1e-12;
    }),
  );
  assert.equal(shareBetween(0, 0), undefined);
});

test("Wilson's interval of 8 of 10 is 49.0 to 94.3 per cent", () => {
  const { from, until } = shareBetween(8, 10)!;
  assert.deepEqual([from.toFixed(3), until.toFixed(3)], ['0.490', '0.943']);
});
