import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#platform/values/refusal.ts';
import { nextSeat, SEAT_ACTIONS, SEAT_STATES, SEAT_TRANSITIONS, seatState } from './seat-states.ts';

const STATES: readonly string[] = SEAT_STATES;

for (const state of SEAT_STATES) {
  for (const action of SEAT_ACTIONS) {
    const cell = SEAT_TRANSITIONS[state][action];
    test(`${state}: ${action} ${STATES.includes(cell) ? `makes it ${cell}` : `is refused with ${cell}`}`, () => {
      const next = nextSeat(state, action);
      assert.equal(isRefusal(next) ? next.refused : next, cell);
    });
  }
}

test('a counter on a break calls nobody, whoever is still there', () => {
  for (const state of ['last-one', 'paused'] as const) assert.ok(isRefusal(nextSeat(state, 'call')));
});

test('a break asked for while somebody is served begins after this one', () => {
  assert.equal(seatState({ taken: true, onBreak: true, occupied: true }), 'last-one');
  assert.equal(seatState({ taken: true, onBreak: true, occupied: false }), 'paused');
});

test('a seat that nobody holds is empty, whatever was there before', () => {
  for (const onBreak of [false, true])
    for (const occupied of [false, true])
      assert.equal(seatState({ taken: false, onBreak, occupied }), 'empty');
});

test('nobody leaves while somebody is called or served there', () => {
  for (const state of ['busy', 'last-one'] as const)
    assert.deepEqual(nextSeat(state, 'leave'), { refused: 'COUNTER_BUSY', facts: {} });
});
