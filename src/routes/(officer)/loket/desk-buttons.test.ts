import assert from 'node:assert/strict';
import test from 'node:test';
import type { Desk, DeskTicket } from '#areas/queue/contract.ts';
import { OFFICER_OUTCOMES } from '#areas/queue/rules/ticket-states.ts';
import { officer as words } from '#ui/words/id/officer.ts';
import {
  mainAction,
  nextOf,
  outcomeOfKey,
  sayWhyNot,
  whyNot as whyNotAt,
  type Deed,
} from './desk-buttons.ts';

const CALLED_AT = Date.UTC(2026, 10, 24, 1);
const ticket = {
  state: 'waiting',
  holds: 0,
  callCount: 1,
  calledAt: new Date(CALLED_AT).toISOString(),
} as DeskTicket;
const desk = (
  state: DeskTicket['state'] | undefined,
  waiting: number,
): Pick<Desk, 'counter' | 'current' | 'waiting' | 'recallsMax'> => ({
  counter: null,
  recallsMax: 2,
  current: state === undefined ? null : { ...ticket, state },
  waiting: Array.from({ length: waiting }, () => ({ ...ticket, elsewhere: null })),
});

const whyNot = (deed: Deed, state: ReturnType<typeof desk>, now = CALLED_AT) => whyNotAt(deed, state, now);

test('the large button calls, then starts, then finishes and calls', () => {
  assert.equal(mainAction(desk(undefined, 2)), 'call');
  assert.equal(mainAction(desk('called', 2)), 'start');
  assert.equal(mainAction(desk('serving', 2)), 'finish-and-call');
});

test('with nobody waiting the last person is only finished', () => {
  assert.equal(mainAction(desk('serving', 0)), 'finish');
});

test('on a break the large button opens the counter again', () => {
  const counter = { seat: 'paused' } as Desk['counter'];
  assert.equal(mainAction({ ...desk(undefined, 2), counter }), 'resume');
});

test('with a break behind this one the person is only finished, however many wait', () => {
  const counter = { seat: 'last-one' } as Desk['counter'];
  assert.equal(mainAction({ ...desk('called', 2), counter }), 'start');
  assert.equal(mainAction({ ...desk('serving', 2), counter }), 'finish');
});

test('nobody can be called from an empty line, and the button says so', () => {
  assert.equal(whyNot('call', desk(undefined, 0)), 'whyNoCall');
  assert.equal(whyNot('call', desk(undefined, 1)), undefined);
});

test('whoever needs another counter is passed, and alone leaves nobody to call', () => {
  const [here] = desk(undefined, 1).waiting;
  const other = { ...here!, elsewhere: [2] };
  assert.equal(nextOf({ waiting: [other, here!] }), here);
  assert.equal(mainAction({ ...desk('serving', 0), waiting: [other] }), 'finish');
  assert.equal(whyNot('call', { ...desk(undefined, 0), waiting: [other] }), 'whyOtherCounter');
  assert.equal(whyNot('call-other', { ...desk(undefined, 0), waiting: [other] }), 'whyOtherCounter');
});

test('calling again and not appearing are for one who was called and is not served yet', () => {
  for (const deed of ['recall', 'absent'] as const) {
    assert.equal(whyNot(deed, desk('called', 0)), undefined);
    assert.notEqual(whyNot(deed, desk('serving', 0)), undefined);
    assert.equal(whyNot(deed, desk(undefined, 0)), 'whyNobody');
  }
});

test('who was called or is served can be held, twice and no third time', () => {
  assert.equal(whyNot('hold', desk('called', 0)), undefined);
  assert.equal(whyNot('hold', desk('serving', 0)), undefined);
  assert.equal(whyNot('hold', desk(undefined, 0)), 'whyNobody');
  const { current } = desk('called', 0);
  assert.equal(whyNot('hold', { ...desk('called', 0), current: { ...current!, holds: 2 } }), 'whyHoldLimit');
});

test('after the last call that the mall allows, the button says how often the person was called', () => {
  const often = { ...desk('called', 0), current: { ...ticket, state: 'called', callCount: 3 } as DeskTicket };
  assert.equal(whyNot('recall', { ...often, recallsMax: 3 }), undefined);
  assert.equal(whyNot('recall', often), 'whyRecallLimit');
  assert.match(sayWhyNot('whyRecallLimit', often, words) ?? '', /dipanggil 3 kali: tahan/);
});

test('a call is taken back within thirty seconds, and not once the person is served', () => {
  assert.equal(whyNot('undo', desk('called', 0), CALLED_AT + 30_000), undefined);
  assert.equal(whyNot('undo', desk('called', 0), CALLED_AT + 30_001), 'whyUndoLate');
  assert.equal(whyNot('undo', desk('serving', 0)), 'whyNoUndo');
  assert.equal(whyNot('undo', desk(undefined, 0)), 'whyNobody');
});

test('who was called or is served can be passed on, and another number is called to a free counter', () => {
  assert.equal(whyNot('transfer', desk('called', 0)), undefined);
  assert.equal(whyNot('transfer', desk('serving', 0)), undefined);
  assert.equal(whyNot('transfer', desk(undefined, 3)), 'whyNobody');
  assert.equal(whyNot('call-other', desk(undefined, 3)), undefined);
  assert.equal(whyNot('call-other', desk(undefined, 0)), 'whyNoCall');
  assert.equal(whyNot('call-other', desk('serving', 3)), 'whyNoClose');
});

test('a counter closes when nobody is at it', () => {
  assert.equal(whyNot('close', desk(undefined, 3)), undefined);
  assert.equal(whyNot('close', desk('called', 3)), 'whyNoClose');
});

test('nobody is finished before being served', () => {
  assert.equal(whyNot('finish', desk('called', 0)), 'whyNoFinish');
  assert.equal(whyNot('finish', desk('serving', 0)), undefined);
});

test('digits choose outcomes in the order of the table, and only those there are', () => {
  assert.equal(outcomeOfKey('1', OFFICER_OUTCOMES), 'finished');
  assert.equal(outcomeOfKey('5', OFFICER_OUTCOMES), 'left');
  for (const key of ['0', '6', 'a', '12']) assert.equal(outcomeOfKey(key, OFFICER_OUTCOMES), undefined);
});
