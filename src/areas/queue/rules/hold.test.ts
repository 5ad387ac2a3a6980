import assert from 'node:assert/strict';
import test from 'node:test';
import { HOLD_MINUTES, holdEnds, placeAfterHold, type HeldTicket } from './hold.ts';

const MINUTE_MS = 60_000;
const CALLED_AT = Date.UTC(2026, 10, 24, 1);

/** A priority visitor who came half an hour before the call. */
const held: HeldTicket = {
  heldUntil: holdEnds(CALLED_AT),
  referenceAt: CALLED_AT - 30 * MINUTE_MS,
  headStartMinutes: 20,
  orderKey: CALLED_AT - 50 * MINUTE_MS,
  priority: true,
};

test('a hold keeps the place for a quarter of an hour', () => {
  assert.equal(HOLD_MINUTES, 15);
  assert.equal(held.heldUntil - CALLED_AT, 15 * MINUTE_MS);
});

test('who comes back in the last moment of the hold stands where they stood', () => {
  const { referenceAt, headStartMinutes, orderKey } = held;
  assert.deepEqual(placeAfterHold(held, held.heldUntil), { referenceAt, headStartMinutes, orderKey });
});

test('who comes back a moment later waits from then on, with the head start of priority alone', () => {
  const now = held.heldUntil + 1;
  assert.deepEqual(placeAfterHold(held, now), {
    referenceAt: now,
    headStartMinutes: 20,
    orderKey: now - 20 * MINUTE_MS,
  });
  assert.equal(placeAfterHold({ ...held, priority: false }, now).orderKey, now);
});
