import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OUTCOMES } from '#areas/queue/rules/ticket-states.ts';
import { whyNotRate, type StopToRate } from './may-rate.ts';

const served: StopToRate = {
  state: 'done',
  outcome: 'finished',
  serviceDay: '2026-11-24',
  timeZone: 'Asia/Makassar',
};
const code = (stop: StopToRate, at: string) => whyNotRate(stop, new Date(at).getTime())?.refused;

describe('rating a stop', () => {
  it('is for those who were served, whatever came of it', () => {
    const allowed = OUTCOMES.filter(
      (outcome) => code({ ...served, outcome }, '2026-11-24T10:00+08:00') === undefined,
    );
    assert.deepEqual(allowed, ['finished', 'in-process', 'consultation', 'refused']);
  });

  it('waits until the stop has ended', () => {
    for (const state of ['waiting', 'called', 'serving'] as const) {
      assert.equal(code({ ...served, state, outcome: null }, '2026-11-24T10:00+08:00'), 'NOT_SERVED_YET');
    }
  });

  it('is possible until the end of the next day on the clock of the mall', () => {
    assert.equal(code(served, '2026-11-25T23:59:59+08:00'), undefined);
    assert.equal(code(served, '2026-11-26T00:00+08:00'), 'TICKET_EXPIRED');
    assert.equal(code({ ...served, timeZone: 'Asia/Jakarta' }, '2026-11-26T00:00+08:00'), undefined);
  });
});
