import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { openInstallation } from '../server/installation.ts';
import { followCalls, followQueues, type CallListener } from './calls.ts';
import { startHands } from './hands.ts';
import { openOneAddress, type OneAddress } from './one-address.ts';
import { checkPromises } from './truth.ts';

/** The browser waits a second before it comes back, and a screen says that it may be old after ten. */
const SILENCE_MS_MAX = 10_000;

test('one of two servers on one database dies under load: boards, phones and hands go on with the other', async () => {
  const hall = await openInstallation();
  const listeners: CallListener[] = [];
  let front: OneAddress | undefined;
  try {
    const second = await hall.startAnother();
    front = await openOneAddress([hall.server.port, second.port]);
    const people = { ...hall, url: front.url, kioskLink: hall.demo.kioskLink };
    // Two lines, so that each server holds one of them.
    const board = await followCalls(front.url, hall.demo.boardLink);
    listeners.push(board);
    const phones = await Promise.all([followQueues(front.url), followQueues(front.url)]);
    listeners.push(...phones);
    const hands = await startHands(people);
    await pause(3000);
    await hall.kill();
    const killedAt = performance.now();
    const heardBefore = listeners.map((listener) => listener.heard().length);
    for (const [place, listener] of listeners.entries()) await listener.waitForMore(heardBefore[place]!);
    const silenceMs = performance.now() - killedAt;
    assert.ok(silenceMs < SILENCE_MS_MAX, `somebody heard nothing for ${silenceMs} ms`);
    await pause(3000);
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
      'each call once and in order, whichever server made it',
    );
  } finally {
    for (const listener of listeners) listener.stop();
    await hall.stop();
    front?.stop();
  }
});
