import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { openOwnInstallation } from '../server/own-installation.ts';
import { startHands } from './hands.ts';
import { checkPromises } from './truth.ts';

test('a database killed under load comes back by itself and has lost nothing that was acknowledged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balairung-fault-'));
  const hall = await openOwnInstallation({ dataFolder: folder });
  try {
    const hands = await startHands({ ...hall, kioskLink: hall.demo.kioskLink });
    await pause(2500);
    const killed = hall.databasePid();
    hall.killDatabase();
    await pause(5000);
    const promised = (await Promise.all(hands.map((hand) => hand.stop()))).flat();
    assert.notEqual(hall.databasePid(), killed, 'another database process serves now');
    const { called } = await checkPromises(hall.sql, promised);
    assert.ok(called >= 10, `too little happened: ${called}`);
  } finally {
    await hall.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
