import assert from 'node:assert/strict';
import test from 'node:test';
import { isRefusal } from '#platform/values/refusal.ts';
import {
  availableActions,
  needsReason,
  nextState,
  OFFICER_OUTCOMES,
  OUTCOMES,
  TICKET_ACTIONS,
  TICKET_STATES,
} from './ticket-states.ts';

/** The table as an official would write it: rows are states, columns the actions in the order below. */
const COLUMNS = [
  'call',
  'recall',
  'undo-call',
  'start',
  'hold',
  'return',
  'finish',
  'redirect',
  'send-on',
  'mark-absent',
  'cancel',
  'put-back',
  'close-day',
] as const;
const CALL = 'NOT_CALLED';
const WAIT = 'NOT_WAITING';
const LATE = 'UNDO_LATE';
const HELD = 'NOT_HELD';
const SERV = 'NOT_SERVING';
const BUSY = 'BEING_SERVED';
const OVER = 'ALREADY_DONE';
// prettier-ignore
const EXPECTED = {
  //        call      recall    undo-call  start      hold    return     finish  redirect send-on mark-absent cancel  put-back   close-day
  waiting: ['called', CALL,     CALL,      CALL,      CALL,   HELD,      SERV,   CALL,    SERV,   CALL,       'done', CALL,     'done'],
  called:  [WAIT,     'called', 'waiting', 'serving', 'held', HELD,      SERV,   'done',  SERV,   'done',     'done', 'waiting','done'],
  held:    [WAIT,     CALL,     LATE,      CALL,      CALL,   'waiting', SERV,   'done',  SERV,   CALL,       'done', CALL,     'done'],
  serving: [WAIT,     CALL,     LATE,      CALL,      'held', HELD,      'done', 'done',  'done', CALL,       BUSY,   CALL,     'done'],
  done:    [OVER,     OVER,     OVER,      OVER,      OVER,   OVER,      OVER,   OVER,    OVER,   OVER,       OVER,   OVER,     OVER],
} as const;

test('the table knows these states and actions and no others', () => {
  assert.deepEqual([...TICKET_STATES], Object.keys(EXPECTED));
  assert.deepEqual([...TICKET_ACTIONS], [...COLUMNS]);
});

for (const state of TICKET_STATES) {
  for (const [column, action] of COLUMNS.entries()) {
    const expected = EXPECTED[state][column];
    test(`${action} on a ticket that is ${state} gives ${expected}`, () => {
      const next = nextState(state, action);
      assert.equal(isRefusal(next) ? next.refused : next, expected);
      assert.equal(availableActions(state).includes(action), !isRefusal(next));
    });
  }
}

test('a refusal says in which state the ticket was found', () => {
  assert.deepEqual(nextState('done', 'finish'), {
    refused: 'ALREADY_DONE',
    facts: { state: 'done', action: 'finish' },
  });
});

test('a done ticket offers no action, and every other one can be closed with the day', () => {
  assert.deepEqual(availableActions('done'), []);
  for (const state of ['waiting', 'called', 'held', 'serving'] as const)
    assert.ok(availableActions(state).includes('close-day'));
});

test('an officer chooses every outcome but absent and not served', () => {
  const chosen = new Set<string>(OFFICER_OUTCOMES);
  assert.deepEqual(
    OUTCOMES.filter((outcome) => !chosen.has(outcome)),
    ['absent', 'not-served'],
  );
});

test('only a refusal needs a reason', () => {
  assert.deepEqual(OUTCOMES.filter(needsReason), ['refused']);
});
