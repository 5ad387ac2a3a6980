import assert from 'node:assert/strict';
import test from 'node:test';
import { HISTORY_KINDS } from '#areas/queue/rules/ticket-history.ts';
import { sayEvent } from './say-event.ts';
import { wordsFor } from './words-for.ts';

const say = { time: () => '09.15 WITA', end: (outcome: string) => `Selesai, ${outcome}` };
const event = {
  at: '2026-11-24T01:00:00Z',
  counterNumber: 3,
  until: '2026-11-24T01:15:00Z',
  otherCode: 'B-002',
  outcome: 'finished',
  reason: 'Listrik padam',
} as const;

test('everything that can happen to a number is told in a sentence of each language', () => {
  for (const language of ['id', 'en'] as const) {
    const words = wordsFor(language).ticket;
    const said = HISTORY_KINDS.map((kind) => sayEvent({ ...event, kind }, words, say));
    for (const sentence of said) assert.match(sentence, /^[A-Z].{3,}\.$/);
    assert.equal(new Set(said).size, HISTORY_KINDS.length, 'no two of them sound the same');
  }
});

test('a line names the counter, the time or the other number that it is about', () => {
  const words = wordsFor('id').ticket;
  const told = (kind: (typeof HISTORY_KINDS)[number]) => sayEvent({ ...event, kind }, words, say);
  assert.equal(told('called'), 'Dipanggil ke loket 3.');
  assert.match(told('held'), /sampai 09\.15 WITA/);
  assert.match(told('led-on'), /B-002/);
});
