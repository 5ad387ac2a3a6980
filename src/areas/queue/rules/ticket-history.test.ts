import assert from 'node:assert/strict';
import test from 'node:test';
import { historyOf, type HistoryFacts, type TrailLine } from './ticket-history.ts';

const NINE = Date.UTC(2026, 10, 24, 1);
const at = (minutes: number) => NINE + minutes * 60_000;
const line = (minutes: number, operation: string, facts: TrailLine['facts'] = {}): TrailLine => ({
  at: at(minutes),
  operation,
  facts,
});
const facts: HistoryFacts = {
  onPaper: false,
  outcome: null,
  trail: [line(0, 'queue.issueTicket', { code: 'A-001', service: 'akta' })],
  stretches: [{ kind: 'waiting', startedAt: at(0), endedAt: null, counterNumber: null }],
  shut: [],
  now: at(60),
};
const kindsOf = (given: Partial<HistoryFacts>) => historyOf({ ...facts, ...given }).map(({ kind }) => kind);

test('each deed to a number is told as what it was to its holder', () => {
  const until = new Date(at(25)).toISOString();
  const trail = [
    ...facts.trail,
    line(5, 'queue.callNext', { counter: 1, callCount: 1 }),
    line(6, 'queue.undoCall', { counter: 1 }),
    line(7, 'queue.callOutOfTurn', { counter: 2 }),
    line(8, 'queue.recall', { counter: 2, callCount: 2 }),
    line(10, 'no-show', { counter: 2, until }),
    line(20, 'queue.returnByHolder', { inTime: true }),
    line(22, 'queue.callNext', { counter: 1 }),
    line(28, 'silent-counter', { counter: 1 }),
    line(30, 'queue.callNext', { counter: 3 }),
    line(31, 'queue.startServing', { counter: 3 }),
    line(40, 'queue.callNext', { counter: 3, outcome: 'finished' }),
    line(41, 'survey.rate'),
  ];
  assert.deepEqual(kindsOf({ trail }), [
    'issued',
    'called',
    'undone',
    'called',
    'called-again',
    'held-by-clock',
    'returned',
    'called',
    'put-back',
    'called',
    'started',
    'ended',
  ]);
  const [, , , , , held] = historyOf({ ...facts, trail });
  assert.deepEqual([held!.counterNumber, held!.until], [2, until]);
});

test('numbers that lead to one another name each other', () => {
  const trail = [
    line(0, 'queue.transfer', { code: 'S-004', why: 'desk-error', cameFrom: 'A-001' }),
    line(9, 'queue.transfer', { code: 'S-004', why: 'next-stop', next: 'B-002', outcome: 'in-process' }),
  ];
  assert.deepEqual(
    historyOf({ ...facts, trail }).map(({ kind, otherCode, outcome }) => [kind, otherCode, outcome]),
    [
      ['came-from', 'A-001', null],
      ['led-on', 'B-002', 'in-process'],
    ],
  );
  assert.deepEqual(kindsOf({ trail: [line(0, 'takeFirstPlace', { why: 'carried', from: 'A-001' })] }), [
    'carried-from',
  ]);
});

test('a booth that was shut while somebody waited is told, and that it opened again', () => {
  const shut = [
    { startsAt: at(-30), endsAt: at(10), reason: 'Listrik padam' },
    { startsAt: at(20), endsAt: Infinity, reason: 'Rapat' },
    { startsAt: at(90), endsAt: at(120), reason: 'Nanti' },
  ];
  assert.deepEqual(
    historyOf({ ...facts, shut }).map(({ kind, at: when }) => [kind, (when - NINE) / 60_000]),
    [
      ['issued', 0],
      ['closed', 0],
      ['reopened', 10],
      ['closed', 20],
    ],
  );
});

test('a number on paper is told by its times, not by when it was entered', () => {
  const stretches = [
    { kind: 'waiting', startedAt: at(0), endedAt: at(12), counterNumber: null },
    { kind: 'called', startedAt: at(12), endedAt: at(12), counterNumber: 3 },
    { kind: 'serving', startedAt: at(12), endedAt: at(20), counterNumber: 3 },
  ];
  const trail = [line(300, 'paper.enterPaperStop', { code: 'A-801' })];
  const told = historyOf({ ...facts, onPaper: true, outcome: 'finished', trail, stretches });
  assert.deepEqual(
    told.map(({ kind, at: when }) => [kind, (when - NINE) / 60_000]),
    [
      ['issued', 0],
      ['called', 12],
      ['started', 12],
      ['ended', 20],
    ],
  );
});
