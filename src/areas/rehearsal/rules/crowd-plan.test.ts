import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OFFICER_OUTCOMES, needsReason } from '#areas/queue/rules/ticket-states.ts';
import {
  countersWanted,
  lineMax,
  planStop,
  planVisitors,
  VISITORS_PER_STEP_MAX,
  type CrowdStep,
  type DemandProfile,
} from './crowd-plan.ts';
import { makeDice } from './dice.ts';

const demand: DemandProfile = {
  visitorsByHour: Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 48 : hour === 3 ? 0 : 24)),
  visitorsPerThousand: { A: 700, B: 300 },
  priorityShare: 0.12,
  noShowShare: 0.06,
  serviceFactor: { mean: 1, variationCoefficient: 0.6, min: 0.3, max: 3 },
  rating: { answeredShare: 0.4, shareByScore: { 1: 0.03, 2: 0.07, 3: 0.38, 4: 0.52 } },
};
const step: CrowdStep = { seed: 's', step: 1, demand, hour: 9, visitorsPerHour: 25, minutes: 1 };
const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const near = (actual: number, expected: number, within: number) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not near ${expected}`);

describe('the visitors of a crowd', () => {
  it('are the same for the same seed and step, and others for another', () => {
    const longer = { ...step, minutes: 20 };
    assert.deepEqual(planVisitors(longer), planVisitors(longer));
    assert.notDeepEqual(planVisitors(longer), planVisitors({ ...longer, step: 2 }));
    assert.notDeepEqual(planVisitors(longer), planVisitors({ ...longer, seed: 't' }));
  });

  it('come as often as the hour of the profile says', () => {
    const comeIn = (hour: number) =>
      many(6000).reduce((sum, n) => sum + planVisitors({ ...step, step: n, hour }).length, 0) / 100;
    // 25 an hour on the day's mean of 24: 6 000 minutes are 100 hours.
    near(comeIn(9), 50, 2.5);
    near(comeIn(15), 25, 2);
    assert.equal(comeIn(3), 0);
  });

  it('want the services in proportion, some of them with priority', () => {
    const all = many(3000).flatMap((n) => planVisitors({ ...step, step: n, minutes: 4 }));
    near(all.filter((visitor) => visitor.serviceCode === 'A').length / all.length, 0.7, 0.02);
    near(all.filter((visitor) => visitor.priority).length / all.length, 0.12, 0.015);
  });

  it('are never more than the bound, however fast the crowd', () => {
    const flood = planVisitors({ ...step, visitorsPerHour: 600, minutes: 600 });
    assert.equal(flood.length, VISITORS_PER_STEP_MAX);
  });
});

describe('what becomes of one who is called', () => {
  const plan = (ticketId: string, simulated = true) =>
    planStop({ seed: 's', ticketId, expectedMinutes: 10, simulated, demand });
  const plans = many(20_000).map((n) => plan(`ticket-${n}`));

  it('is the same when the crowd starts again', () => {
    assert.deepEqual(plan('a'), plan('a'));
    assert.notDeepEqual(plan('a'), plan('b'));
  });

  it('takes the expected minutes on the mean and never absurdly long or short', () => {
    const minutes = plans.map((one) => one.serviceSeconds / 60);
    near(minutes.reduce((sum, one) => sum + one, 0) / plans.length, 10, 0.2);
    assert.ok(Math.min(...minutes) >= 3 && Math.max(...minutes) <= 30);
  });

  it('is every outcome now and then, with a reason exactly when one is needed', () => {
    assert.deepEqual(new Set(plans.map((one) => one.outcome)), new Set(OFFICER_OUTCOMES));
    for (const { outcome, reason } of plans) assert.equal(reason !== undefined, needsReason(outcome));
  });

  it('is absence for the share that stays away, never for a real person', () => {
    near(plans.filter((one) => !one.appears).length / plans.length, 0.06, 0.006);
    assert.ok(many(2000).every((n) => plan(`ticket-${n}`, false).appears));
  });

  it('is a rating in the given proportion, from 1 to 4, and none from one who left', () => {
    const rated = plans.flatMap((one) => (one.rating ? [one.rating.score] : []));
    near(rated.length / plans.length, 0.4 * 0.98, 0.02);
    near(rated.filter((score) => score === 4).length / rated.length, 0.52, 0.02);
    assert.deepEqual(new Set(rated), new Set([1, 2, 3, 4]));
    assert.ok(plans.every((one) => one.outcome !== 'left' || one.rating === null));
  });
});

describe('counters of a rehearsal', () => {
  it('open one by one while more than two wait for each, and close when nobody waits', () => {
    const wanted = (waiting: number, countersOpen: number, countersTotal = 4) =>
      countersWanted({ waiting, countersOpen, countersTotal });
    assert.deepEqual([wanted(0, 0), wanted(2, 1), wanted(3, 1), wanted(4, 2), wanted(5, 2)], [1, 1, 2, 2, 3]);
    assert.deepEqual([wanted(0, 3), wanted(1, 3), wanted(99, 4), wanted(99, 1, 1)], [2, 3, 4, 1]);
  });

  it('are always at least one and never more than there are', () => {
    const count = fc.nat(40);
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 40 }), (waiting, countersOpen, countersTotal) => {
        const wanted = countersWanted({ waiting, countersOpen, countersTotal });
        assert.ok(wanted >= 1 && wanted <= countersTotal);
      }),
    );
  });

  it('bound the line: six, or three for each counter', () => {
    assert.deepEqual([1, 2, 3, 4].map(lineMax), [6, 6, 9, 12]);
  });
});

describe('dice', () => {
  it('draw evenly', () => {
    const dice = makeDice('even');
    const tenths = many(10).map(() => 0);
    for (let n = 0; n < 100_000; n += 1) tenths[Math.floor(dice.share() * 10)]! += 1;
    for (const count of tenths) near(count, 10_000, 400);
    const normals = many(20_000).map(() => dice.normal());
    near(normals.reduce((sum, x) => sum + x, 0) / normals.length, 0, 0.03);
    near(normals.reduce((sum, x) => sum + x * x, 0) / normals.length, 1, 0.04);
  });
});
