import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { HOLDS_MAX } from './hold.ts';
import { nextState } from './ticket-states.ts';
import { endOfCall, ENDING_ACTIONS, PRESENT_MINUTES, type UnattendedCall } from './unattended.ts';

const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 10, 24, 2);
const ago = (minutes: number) => NOW - minutes * MINUTE_MS;

/** Called three minutes ago by somebody who was heard half a minute ago. */
const call: UnattendedCall = {
  now: NOW,
  calledAt: ago(3),
  holds: 0,
  officerHeardAt: ago(0.5),
  listeningSince: ago(600),
  noShowMinutes: 3,
  silentMinutes: 5,
};

test('three minutes after the last call nobody is believed to come, and the number is held', () => {
  assert.equal(endOfCall(call), 'held');
  assert.equal(endOfCall({ ...call, calledAt: ago(2.9) }), 'stays');
  assert.equal(endOfCall({ ...call, noShowMinutes: 10 }), 'stays');
});

test('after the second hold the same ends as not appeared', () => {
  assert.equal(endOfCall({ ...call, holds: HOLDS_MAX - 1 }), 'held');
  assert.equal(endOfCall({ ...call, holds: HOLDS_MAX }), 'absent');
});

test('an officer who was silent for five minutes is gone, and the visitor’s place is as it was', () => {
  const gone = { ...call, calledAt: ago(6), officerHeardAt: ago(5) };
  assert.equal(endOfCall(gone), 'put-back');
  assert.equal(endOfCall({ ...gone, holds: HOLDS_MAX }), 'put-back', 'also after two holds');
  assert.equal(endOfCall({ ...call, officerHeardAt: null }), 'put-back', 'and one who sits there no more');
});

test('while nobody knows whether the officer is there, nothing happens to the visitor', () => {
  for (const minutes of [PRESENT_MINUTES + 0.1, 4, 4.9])
    assert.equal(endOfCall({ ...call, calledAt: ago(6), officerHeardAt: ago(minutes) }), 'stays');
});

test('a server that was away does not take its own silence for the officer’s', () => {
  const restarted = { ...call, calledAt: ago(20), officerHeardAt: ago(20), listeningSince: ago(1) };
  assert.equal(endOfCall(restarted), 'stays');
  assert.equal(endOfCall({ ...restarted, listeningSince: ago(5) }), 'put-back');
});

test('a visitor is taken for absent or held only before an officer who is there', () => {
  const minutes = fc.double({ min: 0, max: 60, noNaN: true });
  fc.assert(
    fc.property(minutes, minutes, minutes, fc.integer({ min: 0, max: 2 }), (called, heard, since, holds) => {
      const end = endOfCall({
        ...call,
        calledAt: ago(called),
        officerHeardAt: ago(heard),
        listeningSince: ago(since),
        holds,
      });
      if (end === 'held' || end === 'absent') {
        assert.ok(heard <= PRESENT_MINUTES && called >= call.noShowMinutes);
        assert.equal(end === 'absent', holds === HOLDS_MAX);
      }
      if (end === 'put-back') assert.ok(Math.min(called, heard, since) >= call.silentMinutes);
    }),
  );
});

test('each end is a move that the transition table allows one who is called', () => {
  const states = Object.values(ENDING_ACTIONS).map((action) => nextState('called', action));
  assert.deepEqual(states, ['held', 'done', 'waiting']);
});
