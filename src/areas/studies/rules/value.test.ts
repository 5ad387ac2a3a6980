import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reckonWorth, type MoneyItem } from './value.ts';

const NO_BURDEN = {
  requests: 0,
  visits: 0,
  visitsPerRequest: null,
  hours: 0,
  travelRupiah: 0,
  timeRupiah: null,
};
const FLAT = { years: 3, discount: 0, saved: { low: 0.25, mid: 0.5, high: 0.75 } };
const item = (
  side: MoneyItem['side'],
  every: MoneyItem['every'],
  low: number,
  mid: number,
  high: number,
) => ({
  ...{ side, every, low, mid, high },
});

test('the worst case takes low benefits and high costs, the best the other way round', () => {
  const worth = reckonWorth(
    [item('cost', 'once', 80, 100, 130), item('benefit', 'year', 10, 40, 60)],
    NO_BURDEN,
    FLAT,
  );
  assert.deepEqual(worth.costs, { low: 80, mid: 100, high: 130 });
  assert.deepEqual(worth.benefits, { low: 30, mid: 120, high: 180 });
  assert.deepEqual(worth.net, { low: -100, mid: 20, high: 100 });
  assert.equal(worth.paidAfterYears, 3);
});

test('what comes each year comes at its end and is worth less the later it comes', () => {
  const worth = reckonWorth([item('benefit', 'year', 110, 110, 110)], NO_BURDEN, {
    ...FLAT,
    years: 2,
    discount: 0.1,
  });
  assert.ok(Math.abs(worth.benefits.mid - (100 + 110 / 1.21)) < 1e-9);
});

test('travel that is saved counts with ticket and, where known, time', () => {
  const burden = { ...NO_BURDEN, travelRupiah: 1000, timeRupiah: 600 };
  const worth = reckonWorth([item('cost', 'once', 5000, 5000, 5000)], burden, FLAT);
  assert.deepEqual(worth.savedYearly, { low: 400, mid: 800, high: 1200 });
  assert.equal(worth.paidAfterYears, null, 'not in three years');
});

test('what costs nothing is paid at once', () => {
  assert.equal(reckonWorth([], NO_BURDEN, FLAT).paidAfterYears, 0);
});
