import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolderOf } from '../cluster.ts';
import { isPostgresOn } from '../postmaster-file.ts';

/** What an old run leaves, with a number that belongs to someone else by now. */
export function pretendPostmaster(dataFolder: string, pid: number | undefined): void {
  const folder = clusterFolderOf(dataFolder);
  const startedAt = Math.floor(Date.now() / 1000);
  const lines = [pid, folder, startedAt, 5432, '/tmp', '', '0 0', ''];
  writeFileSync(join(folder, 'postmaster.pid'), lines.join('\n'));
}

/** A process that has nothing to do with us and must live on. */
export async function withBystander(
  account: { uid?: number; gid?: number },
  use: (bystander: ChildProcess) => Promise<void>,
): Promise<void> {
  const bystander = spawn('sleep', ['120'], account);
  try {
    await use(bystander);
    assert.deepEqual([bystander.exitCode, bystander.signalCode], [null, null]);
  } finally {
    const ended = once(bystander, 'exit');
    bystander.kill();
    await ended;
  }
}

/** Waits until a database that was told to end has ended. */
export async function waitUntilGone(pid: number, dataFolder: string): Promise<void> {
  const isThere = () => isPostgresOn(pid, clusterFolderOf(dataFolder));
  for (let tries = 0; tries < 200 && isThere(); tries++) await sleep(50);
  assert.equal(isThere(), false);
}
