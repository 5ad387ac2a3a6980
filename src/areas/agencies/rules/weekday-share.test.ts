import assert from 'node:assert/strict';
import test from 'node:test';
import { shareWeekdays, type WeekdayShare } from './weekday-share.ts';

const daysOf = (plan: ReturnType<typeof shareWeekdays>, booth: string) =>
  'refused' in plan
    ? plan.refused
    : plan.filter(({ boothId }) => boothId === booth).map(({ weekday }) => weekday);

test('the guest has its days, the place’s own booth all others', () => {
  const plan = shareWeekdays([], 'bnn', 'kejari', [3, 4]);
  assert.deepEqual(
    [daysOf(plan, 'kejari'), daysOf(plan, 'bnn')],
    [
      [3, 4],
      [1, 2, 5, 6, 7],
    ],
  );
});

test('a guest’s former days go back, and another guest keeps its own', () => {
  const present: WeekdayShare[] = [
    ...[1, 2].map((weekday) => ({ boothId: 'bnn', weekday })),
    ...[3, 4].map((weekday) => ({ boothId: 'kejari', weekday })),
    { boothId: 'taspen', weekday: 5 },
  ];
  const plan = shareWeekdays(present, 'bnn', 'kejari', [1]);
  assert.deepEqual(
    [daysOf(plan, 'kejari'), daysOf(plan, 'bnn'), daysOf(plan, 'taspen')],
    [[1], [2, 3, 4, 6, 7], [5]],
  );
  assert.equal(daysOf(shareWeekdays(present, 'bnn', 'kejari', [5]), 'kejari'), 'DAY_SHARED');
});

test('nobody shares without a day', () => {
  assert.equal(daysOf(shareWeekdays([], 'bnn', 'kejari', []), 'bnn'), 'SHARE_NO_DAY');
  assert.equal(daysOf(shareWeekdays([], 'bnn', 'kejari', [1, 2, 3, 4, 5, 6, 7]), 'bnn'), 'SHARE_NO_DAY');
});
