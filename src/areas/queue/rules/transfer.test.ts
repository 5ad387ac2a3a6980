import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '#platform/values/refusal.ts';
import { nextState, TICKET_STATES } from './ticket-states.ts';
import {
  nextStopCreditMinutes,
  placeAfterTransfer,
  transferAction,
  type TransferredTicket,
} from './transfer.ts';

const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 10, 24, 2);

/** Came an hour ago with priority, and waited for 26 minutes. */
const ticket: TransferredTicket = {
  heldUntil: null,
  referenceAt: NOW - 60 * MINUTE_MS,
  headStartMinutes: 20,
  orderKey: NOW - 80 * MINUTE_MS,
  priority: true,
  waitedMinutes: 26,
};

test('whom we sent to the wrong desk stands at the right one as if chosen at the beginning', () => {
  const { referenceAt, headStartMinutes, orderKey } = ticket;
  assert.deepEqual(placeAfterTransfer(ticket, 'desk-error', NOW), {
    referenceAt,
    headStartMinutes,
    orderKey,
  });
});

test('a hold that has run out is not mended by our error, one that runs keeps the place', () => {
  const late = placeAfterTransfer({ ...ticket, heldUntil: NOW - 1 }, 'desk-error', NOW);
  assert.equal(late.referenceAt, NOW);
  const inTime = placeAfterTransfer({ ...ticket, heldUntil: NOW }, 'desk-error', NOW);
  assert.equal(inTime.orderKey, ticket.orderKey);
});

test('at a next stop half of what was waited counts, in whole minutes and not above twenty', () => {
  assert.deepEqual([0, 1, 2, 26, 40, 41, 400].map(nextStopCreditMinutes), [0, 0, 1, 13, 20, 20, 20]);
  assert.equal(nextStopCreditMinutes(-5), 0);
});

test('credit and priority together place nobody more than thirty minutes ahead', () => {
  const place = placeAfterTransfer(ticket, 'next-stop', NOW);
  assert.deepEqual(place, {
    referenceAt: NOW - 13 * MINUTE_MS,
    headStartMinutes: 17,
    orderKey: NOW - 30 * MINUTE_MS,
  });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 600, noNaN: true }), fc.boolean(), (waitedMinutes, priority) => {
      const { orderKey } = placeAfterTransfer({ ...ticket, waitedMinutes, priority }, 'next-stop', NOW);
      assert.ok(orderKey <= NOW && orderKey >= NOW - 30 * MINUTE_MS);
    }),
  );
});

test('who was called, held or served can be redirected; only who was served goes on to a next stop', () => {
  const may = (why: 'desk-error' | 'next-stop') =>
    TICKET_STATES.filter((state) => !isRefusal(nextState(state, transferAction(why))));
  assert.deepEqual(may('desk-error'), ['called', 'held', 'serving']);
  assert.deepEqual(may('next-stop'), ['serving']);
});
