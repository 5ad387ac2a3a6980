import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chownSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { query } from '../testing/query.ts';
import { clusterFolderOf, removeSocketFolder } from './cluster.ts';
import { stopPostmaster } from './postmaster.ts';
import { isPostgresOn } from './postmaster-file.ts';
import { findBarrier } from './server-account.ts';
import { pretendPostmaster, waitUntilGone, withBystander } from './testing/bystander.ts';
import { killHolder, runHolder } from './testing/run-holder.ts';
import { useScratchFolder } from './testing/scratch-folder.ts';

/** Whom to be: as root some other user that every system knows, else who we are. */
const USER = process.getuid?.() === 0 ? { uid: 1, gid: 1 } : undefined;
const NAMELESS = { uid: 54_321, gid: 54_321 };

describe('the embedded database of an ordinary user', () => {
  const scratch = useScratchFolder();

  function makeFolderOf(user: { uid: number; gid: number } | undefined): void {
    mkdirSync(scratch.dataFolder, { mode: 0o700 });
    if (user !== undefined) chownSync(scratch.dataFolder, user.uid, user.gid);
  }

  function run(user: { uid: number; gid: number } | undefined, leave = false) {
    const env = { HOME: scratch.dataFolder };
    return runHolder(scratch.dataFolder, user === undefined ? { env, leave } : { env, leave, uid: user.uid });
  }

  it('starts, and starts again after a kill', async (t) => {
    if (isClosedToOthers(t)) return;
    makeFolderOf(USER);
    const held = await run(USER);
    assert.equal(held.code, undefined);
    assert.deepEqual(await query(held.url, 'select 1 as n'), [{ n: 1 }]);
    await killHolder(held);
    const again = await run(USER, true);
    assert.equal(again.code, undefined);
    assert.notEqual(again.pid, held.pid);
    await waitUntilGone(again.pid, scratch.dataFolder);
  });

  it('never takes a living process of the same user for an older self', async (t) => {
    if (isClosedToOthers(t)) return;
    makeFolderOf(USER);
    const held = await run(USER);
    await killHolder(held);
    await stopPostmaster(held.pid, () => isPostgresOn(held.pid, clusterFolderOf(scratch.dataFolder)));
    removeSocketFolder(held.socketFolder);
    await withBystander(USER ?? {}, async (bystander) => {
      pretendPostmaster(scratch.dataFolder, bystander.pid);
      const again = await run(USER, true);
      assert.equal(again.code, undefined);
      if (again.child.exitCode === null) await once(again.child, 'exit');
      await waitUntilGone(again.pid, scratch.dataFolder);
    });
  });

  it('is refused with a sentence in a folder of others, and to a user without a name', async (t) => {
    if (isClosedToOthers(t)) return;
    if (USER === undefined) {
      t.diagnostic('only root can become another user');
      return;
    }
    makeFolderOf(USER);
    assert.equal((await run(NAMELESS)).code, 'data-folder-not-writable');
    chownSync(scratch.dataFolder, NAMELESS.uid, NAMELESS.gid);
    assert.equal((await run(NAMELESS)).code, 'user-without-name');
  });
});

/** In a checkout that only root may enter no other user can run anything; the way in is named. */
function isClosedToOthers(t: TestContext): boolean {
  const ways = [process.execPath, import.meta.filename].map((file) => findBarrier(dirname(file), USER));
  const barrier = ways.find((way) => way !== undefined);
  if (barrier !== undefined) t.diagnostic(`${barrier} is closed to other users`);
  return barrier !== undefined;
}
