import assert from 'node:assert/strict';
import test from 'node:test';
import { mannerAt, messageAt } from './board-manner.ts';
import type { BoardSetup } from './join-zones.ts';

const ZONE = 'Asia/Makassar';
const setup: BoardSetup = {
  settings: {
    zoneIds: [],
    english: true,
    sound: true,
    volume: 80,
    steps: [{ days: 'friday', from: '11:30', until: '13:00', volume: 0 }],
    showsHours: false,
  },
  messages: [],
  media: [],
};
const message = (text: string, textEn: string | null, startsAt: string, endsAt: string) => ({
  ...{ id: crypto.randomUUID(), text, textEn, startsAt, endsAt },
  everywhere: false,
});

test('the hour and the weekday are those of the mall, not of the television', () => {
  const friday = Date.parse('2026-11-27T12:00:00+08:00');
  assert.deepEqual(mannerAt(setup, friday, ZONE), { volume: 0, english: true });
  assert.equal(mannerAt(setup, friday, 'Asia/Jakarta').volume, 0.8, 'eleven o’clock in the west');
  assert.equal(mannerAt(setup, Date.parse('2026-11-29T12:00:00+08:00'), ZONE).volume, 0.8, 'Sunday');
});

test('messages that hold now take turns, each first in Indonesian and then in English', () => {
  const now = Date.parse('2026-11-24T01:00:00Z');
  const messages = [
    message('Satu', 'One', '2026-11-24T00:00:00Z', '2026-11-24T02:00:00Z'),
    message('Dua', null, '2026-11-24T00:00:00Z', '2026-11-24T02:00:00Z'),
    message('Nanti', null, '2026-11-24T01:30:00Z', '2026-11-24T02:00:00Z'),
  ];
  const seen = Array.from({ length: 3 }, (_, turn) => messageAt({ ...setup, messages }, now + turn * 10_000));
  assert.deepEqual(new Set(seen), new Set(['Satu', 'One', 'Dua']));
  assert.equal(messageAt({ ...setup, messages }, Date.parse('2026-11-24T02:00:00Z')), undefined);
});
