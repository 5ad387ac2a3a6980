import assert from 'node:assert/strict';
import test from 'node:test';
import { checkPlan, proposePlan, type PlanItem } from './plan.ts';

const item = (x: number, y: number, agencyId: string | null = null): PlanItem => ({
  kind: agencyId === null ? 'stairs' : 'booth',
  agencyId,
  x,
  y,
  width: 3,
  height: 2,
});
const grid = { columns: 10, rows: 8 };

test('things beside one another stand well, on one another they do not', () => {
  assert.equal(checkPlan(grid, [item(0, 0), item(3, 0), item(0, 2)]), undefined);
  assert.deepEqual(checkPlan(grid, [item(0, 0), item(3, 0), item(2, 1)])?.refused, 'PLAN_OVERLAP');
  assert.deepEqual(checkPlan(grid, [item(0, 0), item(3, 0), item(2, 1)])?.facts, { item: 3, other: 1 });
});

test('nothing stands outside, and no booth twice', () => {
  assert.equal(checkPlan(grid, [item(8, 0)])?.refused, 'PLAN_OUTSIDE');
  assert.equal(checkPlan(grid, [item(0, 7)])?.refused, 'PLAN_OUTSIDE');
  assert.equal(checkPlan(grid, [item(0, 0, 'a'), item(5, 5, 'a')])?.refused, 'PLAN_TWICE');
});

test('a proposal holds every booth and is a drawing that is taken', () => {
  for (const count of [0, 1, 5, 6, 18, 36]) {
    const agencies = Array.from({ length: count }, (_, n) => `agency ${n}`);
    const plan = proposePlan(agencies);
    assert.equal(checkPlan(plan.grid, plan.items), undefined, `${count} booths`);
    assert.deepEqual(
      plan.items.flatMap(({ agencyId }) => agencyId ?? []),
      agencies,
    );
    assert.ok(plan.grid.rows <= 60);
  }
});
