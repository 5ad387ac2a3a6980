import assert from 'node:assert/strict';
import test from 'node:test';
import { board } from '#ui/words/id/board.ts';
import { sayPlace } from './say-place.ts';

const zone = (name: string, floor: number) => ({
  zone: { id: crypto.randomUUID(), slug: 'zona', name, floor },
  ...{ calls: [], next: [], closed: [], open: [], paused: [], helpWanted: [] },
});

test('one zone has its letter in the circle', () => {
  assert.deepEqual(sayPlace([zone('Zona A', 1)], board), {
    letter: 'A',
    zones: 'Zona A',
    full: 'Zona A, lantai 1',
  });
});

test('several zones are named one after another, each floor once', () => {
  const place = sayPlace([zone('Zona A', 1), zone('Zona B', 1), zone('Zona C', 2)], board);
  assert.equal(place.letter, undefined);
  assert.equal(place.full, 'Zona A, Zona B dan Zona C, lantai 1 dan 2');
});
