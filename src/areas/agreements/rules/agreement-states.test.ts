import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#platform/values/refusal.ts';
import {
  actsIn,
  AGREEMENT_ACTS,
  AGREEMENT_STATES,
  AGREEMENT_TRANSITIONS,
  moveAgreement,
} from './agreement-states.ts';

for (const state of AGREEMENT_STATES) {
  for (const act of AGREEMENT_ACTS) {
    const told = (AGREEMENT_TRANSITIONS[state] as Record<string, string | undefined>)[act];
    test(`${state}: ${act} ${told === undefined ? 'is refused' : `makes it ${told}`}`, () => {
      const next = moveAgreement(state, act);
      if (told === undefined) assert.deepEqual(next, { refused: 'AGREEMENT_STATE', facts: { state } });
      else assert.equal(next, told);
      assert.equal(actsIn(state).includes(act), !isRefusal(next));
    });
  }
}

test('what is signed is neither written anew nor removed', () => {
  for (const state of ['signed', 'ended'] as const)
    for (const act of ['write', 'reopen', 'remove'] as const) assert.ok(isRefusal(moveAgreement(state, act)));
});
