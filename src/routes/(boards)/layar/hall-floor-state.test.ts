import assert from 'node:assert/strict';
import { test } from 'node:test';
import { board } from '#ui/words/id/board.ts';
import { hallFloorState } from './hall-floor-state.ts';

const READER = {
  ...({ words: board, language: 'id', zone: 'Asia/Makassar', now: '2026-11-24T02:00:00Z' } as const),
  minutes: (value: number) => `±${value} mnt`,
};
const OPEN = { givesNumbers: true, opensAt: null, code: null };
const wait = { p50Minutes: 12, p90Minutes: 20 } as never;

test('a booth with a line tells about how long one waits', () => {
  const state = hallFloorState({ waiting: 3, countersOpen: 2, wait }, OPEN, READER);
  assert.deepEqual(state, { text: '±12 mnt', look: 'busy' });
});

test('an open booth without a line is open, one that closed tells when it opens', () => {
  assert.deepEqual(hallFloorState({ waiting: 0, countersOpen: 1, wait }, OPEN, READER), {
    ...{ text: 'buka', look: 'quiet' },
  });
  const closed = { givesNumbers: false, code: 'CLOSED_TODAY', opensAt: '2026-11-25T00:00:00Z' } as const;
  const shut = hallFloorState({ waiting: 0, countersOpen: 0, wait: null }, closed as never, READER);
  assert.deepEqual(shut, { text: 'buka besok 08.00 WITA', look: 'shut' });
});

test('people who wait where nobody sits are told without a time, and what is no booth tells nothing', () => {
  const state = hallFloorState({ waiting: 2, countersOpen: 0, wait: null }, OPEN, READER);
  assert.deepEqual(state, { text: '2 menunggu', look: 'shut' });
  assert.equal(hallFloorState(undefined, OPEN, READER), undefined);
});
