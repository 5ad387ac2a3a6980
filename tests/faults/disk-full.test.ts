import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { openOwnInstallation } from '../server/own-installation.ts';
import { startHands } from './hands.ts';
import { checkPromises } from './truth.ts';

const DISK_MB = 420;

test('a full disk is answered honestly, and when there is room again nothing acknowledged is missing', async () => {
  assert.equal(process.getuid?.(), 0, 'a small disk can be mounted by root only');
  const folder = await mkdtemp(join(tmpdir(), 'balairung-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=711`, 'tmpfs', folder]);
  try {
    const hall = await openOwnInstallation({ dataFolder: join(folder, 'data') });
    try {
      const hands = await startHands({ ...hall, kioskLink: hall.demo.kioskLink });
      await pause(1500);
      const ballast = join(folder, 'ballast');
      await fillDisk(folder, ballast);
      await pause(4000);
      const health = await fetch(`${hall.url}/api/v1/health`);
      assert.ok([200, 503].includes(health.status), 'it still answers');
      await rm(ballast);
      await pause(5000);
      const promised = (await Promise.all(hands.map((hand) => hand.stop()))).flat();
      const { called } = await checkPromises(hall.sql, promised);
      assert.ok(called >= 10, `too little happened: ${called}`);
    } finally {
      await hall.stop();
    }
  } finally {
    execFileSync('umount', ['--lazy', folder]);
    await rm(folder, { recursive: true, force: true });
  }
});

/** Writes until not a block is free. */
async function fillDisk(folder: string, file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    const block = Buffer.alloc(1024 * 1024);
    for (let written = 0; written < DISK_MB; written += 1) await handle.write(block);
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
  } finally {
    await handle.close();
  }
  const { bavail } = await statfs(folder);
  assert.equal(bavail, 0);
}
