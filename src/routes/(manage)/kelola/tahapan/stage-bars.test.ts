import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countOpenings, drawStages, type BarStage } from './stage-bars.ts';

const NONE: BarStage = { plannedFrom: null, plannedUntil: null, actualFrom: null, actualUntil: null };

test('stages lie over whole years, planned and actual beside one another', () => {
  const picture = drawStages(
    [
      {
        ...NONE,
        plannedFrom: '2022-01-01',
        plannedUntil: '2022-12-31',
        actualFrom: '2022-07-02',
        actualUntil: '2022-12-31',
      },
      NONE,
    ],
    '2023-06-01',
  )!;
  assert.equal(picture.rows.length, 1, 'without a day there is nothing to draw');
  const [{ planned, actual }] = picture.rows as [(typeof picture.rows)[number]];
  assert.deepEqual(planned, { from: 0, until: 1 });
  assert.ok(Math.abs(actual!.from - 182 / 365) < 1e-9);
  assert.deepEqual([actual!.until, actual!.open], [1, false]);
  assert.deepEqual(picture.years, [{ year: 2022, at: 0 }]);
  assert.equal(picture.today, undefined);
});

test('what goes on reaches to today, and one day is still seen', () => {
  const picture = drawStages(
    [
      { ...NONE, actualFrom: '2025-12-15', actualUntil: '2025-12-15' },
      { ...NONE, actualFrom: '2026-02-01' },
    ],
    '2026-03-02',
  )!;
  const [launch, evaluation] = picture.rows;
  assert.ok(launch!.actual!.until - launch!.actual!.from >= 0.008);
  assert.equal(evaluation!.actual!.open, true);
  assert.ok(Math.abs(evaluation!.actual!.until - picture.today! - 1 / 730) < 1e-9);
  assert.deepEqual(
    picture.years.map(({ year }) => year),
    [2025, 2026],
  );
});

test('without any day there is no picture', () => {
  assert.equal(drawStages([NONE], '2026-03-02'), undefined);
});

test('openings add up, day by day', () => {
  const booth = (shortName: string, openedOn: string | null) => ({ shortName, openedOn });
  assert.deepEqual(
    countOpenings([
      booth('C', '2021-12-07'),
      booth('A', '2021-02-01'),
      booth('B', '2021-02-01'),
      booth('D', null),
    ]),
    [
      { day: '2021-02-01', count: 2, names: ['A', 'B'] },
      { day: '2021-12-07', count: 3, names: ['C'] },
    ],
  );
});
