import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '#platform/values/day.ts';
import { agreementStanding, daysLeft, isInForce, reminderDue, type AgreementTerm } from './agreement-term.ts';

const day = (text: string) => text as Day;
const signed: AgreementTerm = {
  state: 'signed',
  beginsOn: '2025-11-27',
  endsOn: '2028-11-26',
  endedOn: null,
};

test('a signed agreement is in force from its first day to its last, both included', () => {
  assert.equal(agreementStanding(signed, day('2025-11-26')), 'not-yet');
  assert.equal(agreementStanding(signed, day('2025-11-27')), 'in-force');
  assert.equal(agreementStanding(signed, day('2028-11-26')), 'ends-soon');
  assert.equal(agreementStanding(signed, day('2028-11-27')), 'lapsed');
  for (const [on, told] of [
    ['2025-11-26', false],
    ['2025-11-27', true],
    ['2028-11-26', true],
    ['2028-11-27', false],
  ] as const)
    assert.equal(isInForce(signed, day(on)), told, on);
});

test('one without an end stays in force, and nothing reminds of it', () => {
  const open = { ...signed, endsOn: null };
  assert.equal(agreementStanding(open, day('2099-01-01')), 'in-force');
  assert.equal(daysLeft(null, day('2099-01-01')), null);
  assert.equal(reminderDue(null, day('2099-01-01')), null);
});

test('it is reminded of 180, 90 and 30 days before its last day', () => {
  const ends = '2026-12-31';
  assert.equal(reminderDue(ends, day('2026-07-03')), null);
  assert.equal(reminderDue(ends, day('2026-07-04')), 180);
  assert.equal(reminderDue(ends, day('2026-10-01')), 180);
  assert.equal(reminderDue(ends, day('2026-10-02')), 90);
  assert.equal(reminderDue(ends, day('2026-12-01')), 30);
  assert.equal(reminderDue(ends, day('2026-12-31')), 30);
  assert.equal(reminderDue(ends, day('2027-01-01')), null);
});

test('one that is ended early holds to the day on which it ends', () => {
  const ended: AgreementTerm = { ...signed, state: 'ended', endedOn: '2026-06-30' };
  assert.equal(agreementStanding(ended, day('2026-06-30')), 'ends-soon');
  assert.equal(agreementStanding(ended, day('2026-07-01')), 'ended');
  assert.ok(isInForce(ended, day('2026-06-30')));
  assert.ok(!isInForce(ended, day('2026-07-01')));
});

test('what is not signed is never in force', () => {
  for (const state of ['draft', 'review', 'agreed'] as const) {
    assert.equal(agreementStanding({ ...signed, state }, day('2026-06-30')), state);
    assert.ok(!isInForce({ ...signed, state }, day('2026-06-30')));
  }
});
