import assert from 'node:assert/strict';
import test from 'node:test';
import { isRefusal } from '#platform/values/refusal.ts';
import {
  ANNOUNCED_DAYS_MAX,
  CLOSURE_STATES,
  closureSpan,
  moveClosure,
  type ClosureAct,
  type ClosureState,
} from './closure-states.ts';

const NOW = Date.UTC(2026, 10, 24, 1, 0);
const HOUR = 3_600_000;

test('a closure moves only as its table says, in every cell', () => {
  const acts: readonly ClosureAct[] = ['approve', 'reject', 'lift'];
  const moves = (Object.keys(CLOSURE_STATES) as ClosureState[]).map((state) => [
    state,
    ...acts.map((act) => {
      const next = moveClosure({ state, endsAt: NOW + HOUR }, act, NOW);
      return isRefusal(next) ? next.refused : next;
    }),
  ]);
  assert.deepEqual(moves, [
    ['asked', 'approved', 'rejected', 'lifted'],
    ['approved', 'CLOSURE_DECIDED', 'CLOSURE_DECIDED', 'lifted'],
    ['rejected', 'CLOSURE_DECIDED', 'CLOSURE_DECIDED', 'CLOSURE_DECIDED'],
    ['lifted', 'CLOSURE_DECIDED', 'CLOSURE_DECIDED', 'CLOSURE_DECIDED'],
  ]);
});

test('a closure whose end has come can no longer be lifted: the booth is open again', () => {
  assert.ok(isRefusal(moveClosure({ state: 'approved', endsAt: NOW }, 'lift', NOW)));
  assert.equal(moveClosure({ state: 'approved', endsAt: NOW + 1 }, 'lift', NOW), 'lifted');
});

test('a closure without a start begins now, without an end holds until further notice', () => {
  assert.deepEqual(closureSpan({ from: null, until: null }, NOW), { startsAt: NOW, endsAt: Infinity });
});

test('a start that passed while the form was filled in means now, one long past is refused', () => {
  const until = NOW + HOUR;
  assert.deepEqual(closureSpan({ from: NOW - 9 * 60_000, until }, NOW), { startsAt: NOW, endsAt: until });
  assert.ok(isRefusal(closureSpan({ from: NOW - 11 * 60_000, until }, NOW)));
});

test('a closure that ends before it starts, or lies more than a year ahead, is refused', () => {
  assert.ok(isRefusal(closureSpan({ from: NOW + HOUR, until: NOW + HOUR }, NOW)));
  assert.ok(isRefusal(closureSpan({ from: null, until: NOW - 1 }, NOW)));
  const far = NOW + ANNOUNCED_DAYS_MAX * 86_400_000;
  assert.ok(!isRefusal(closureSpan({ from: far, until: null }, NOW)));
  assert.ok(isRefusal(closureSpan({ from: far + 1, until: null }, NOW)));
});
