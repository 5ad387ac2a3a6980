import assert from 'node:assert/strict';
import test from 'node:test';
import { planCounters, type MallCounter } from './kept-agency.ts';

const counter = (number: number, agencyId: string, active = true): MallCounter => ({
  id: `c${number}`,
  number,
  agencyId,
  agencyShortName: agencyId,
  active,
});

const present = [
  counter(1, 'own'),
  counter(2, 'own'),
  counter(3, 'own', false),
  counter(4, 'other'),
  counter(5, 'other', false),
];

test('numbers that are new are added, those that are missing go, those that were there stay', () => {
  assert.deepEqual(planCounters('own', [2, 9, 9], present), {
    add: [9],
    bringBack: [],
    takeAway: ['c1'],
    elsewhere: [],
  });
});

test('a counter that was taken away earlier comes back under its number, also from another booth', () => {
  const plan = planCounters('own', [1, 2, 3, 5], present);
  assert.deepEqual(plan.bringBack, ['c3', 'c5']);
  assert.deepEqual([plan.add, plan.takeAway, plan.elsewhere], [[], [], []]);
});

test('a counter that stands at another booth is told, not taken', () => {
  const plan = planCounters('own', [1, 2, 4], present);
  assert.deepEqual(
    plan.elsewhere.map(({ number }) => number),
    [4],
  );
  assert.deepEqual([plan.add, plan.bringBack, plan.takeAway], [[], [], []]);
});
