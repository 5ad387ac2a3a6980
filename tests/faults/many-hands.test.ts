import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { openInstallation } from '../server/installation.ts';
import { startHands } from './hands.ts';
import { checkPromises } from './truth.ts';

const LOAD_MS = 8000;

test('eight processes pressing at two servers get no double call, no number twice and none lost', async () => {
  const hall = await openInstallation();
  try {
    const second = await hall.startAnother();
    const people = { ...hall, url: hall.url, kioskLink: hall.demo.kioskLink };
    const hands = await startHands(people, [hall.url, second.url]);
    assert.equal(hands.length, 8);
    await pause(LOAD_MS);
    const promised = (await Promise.all(hands.map((hand) => hand.stop()))).flat();
    const { issued, called, ended } = await checkPromises(hall.sql, promised);
    assert.ok(
      issued >= 50 && called >= 30 && ended >= 30,
      `too little happened: ${issued} ${called} ${ended}`,
    );
  } finally {
    await hall.stop();
  }
});
