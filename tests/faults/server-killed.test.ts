import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { openInstallation } from '../server/installation.ts';
import { followCalls, type CallListener } from './calls.ts';
import { startHands } from './hands.ts';
import { checkPromises } from './truth.ts';

const KILLS = 2;

test('a server killed under load loses nothing it acknowledged, and a board hears each call once', async () => {
  const hall = await openInstallation();
  let board: CallListener | undefined;
  try {
    const people = { ...hall, url: hall.url, kioskLink: hall.demo.kioskLink };
    board = await followCalls(hall.url, hall.demo.boardLink);
    const hands = await startHands(people);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(2500);
      await hall.kill();
      await hall.restart();
    }
    await pause(2500);
    const promised = (await Promise.all(hands.map((hand) => hand.stop()))).flat();
    const { called } = await checkPromises(hall.sql, promised);
    assert.ok(called >= 20, `too little happened: ${called}`);
    const told = await hall.sql<{ number: number }>(
      `select number::int from event where kind = 'called' order by number`,
    );
    await board.waitFor(told.at(-1)!.number);
    assert.deepEqual(
      board.heard(),
      told.map(({ number }) => number),
      'each call once and in order',
    );
  } finally {
    board?.stop();
    await hall.stop();
  }
});
