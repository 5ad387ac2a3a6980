import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { query } from '../testing/query.ts';
import { clusterFolderOf } from './cluster.ts';
import { isPostgresOn } from './postmaster-file.ts';
import { findRunningEmbedded, startEmbedded } from './start-embedded.ts';
import { pretendPostmaster, waitUntilGone, withBystander } from './testing/bystander.ts';
import { killHolder, runHolder } from './testing/run-holder.ts';
import { useScratchFolder, withEmbedded } from './testing/scratch-folder.ts';

describe('the embedded database after a kill', () => {
  const scratch = useScratchFolder();

  it('is clean again after its program was killed: nothing acknowledged is lost', async () => {
    const held = await runHolder(scratch.dataFolder);
    await query(held.url, 'create table kept as select 7 as n');
    await killHolder(held);
    assert.equal(isPostgresOn(held.pid, clusterFolderOf(scratch.dataFolder)), true);
    await withEmbedded(scratch.dataFolder, async (database) => {
      assert.notEqual(database.pid, held.pid);
      assert.deepEqual(await query(database.urlFor('migrator'), 'select n from kept'), [{ n: 7 }]);
      assert.equal(existsSync(held.socketFolder), false);
    });
  });

  it('is clean again after it was killed together with its program', async () => {
    const held = await runHolder(scratch.dataFolder);
    await query(held.url, 'create table kept as select 8 as n');
    await killHolder(held);
    process.kill(held.pid, 'SIGKILL');
    await withEmbedded(scratch.dataFolder, async (database) => {
      assert.deepEqual(await query(database.urlFor('migrator'), 'select n from kept'), [{ n: 8 }]);
    });
  });

  it('comes back by itself at the same address when it is killed', async () => {
    await withEmbedded(scratch.dataFolder, async (database) => {
      const { pid } = database;
      await query(database.urlFor('migrator'), 'create table kept as select 9 as n');
      process.kill(pid, 'SIGKILL');
      assert.deepEqual(await queryUntilBack(database.urlFor('migrator'), 'select n from kept'), [{ n: 9 }]);
      for (let tries = 0; tries < 100 && database.pid === pid; tries++) await sleep(20);
      assert.notEqual(database.pid, pid);
    });
    assert.equal(findRunningEmbedded(scratch.dataFolder), undefined);
  });

  it('ends with a program that ends without stopping it', async () => {
    const held = await runHolder(scratch.dataFolder, { leave: true });
    await waitUntilGone(held.pid, scratch.dataFolder);
    assert.equal(existsSync(held.socketFolder), false);
    await withEmbedded(scratch.dataFolder, async ({ urlFor }) => query(urlFor('app'), 'select 1'));
  });

  it('refuses a second start on its folder, from this process and from another', async () => {
    await withEmbedded(scratch.dataFolder, async ({ urlFor }) => {
      await assert.rejects(startEmbedded(scratch), { code: 'data-folder-in-use' });
      const second = await runHolder(scratch.dataFolder);
      assert.equal(second.code, 'data-folder-in-use');
      await query(urlFor('app'), 'select 1');
    });
  });

  it('never touches a process that merely has the number in an old postmaster.pid', async () => {
    await withEmbedded(scratch.dataFolder, async () => {});
    await withBystander({}, async (bystander) => {
      pretendPostmaster(scratch.dataFolder, bystander.pid);
      await withEmbedded(scratch.dataFolder, async ({ urlFor }) => query(urlFor('app'), 'select 1'));
    });
  });

  it('begins anew when its very first start was cut short', async () => {
    mkdirSync(join(scratch.dataFolder, 'database.new', 'cluster'), { recursive: true });
    writeFileSync(join(scratch.dataFolder, 'database.new', 'cluster', 'PG_VERSION'), '18\n');
    await withEmbedded(scratch.dataFolder, async ({ urlFor }) => query(urlFor('app'), 'select 1'));
    assert.equal(existsSync(join(scratch.dataFolder, 'database.new')), false);
  });
});

async function queryUntilBack(url: string, sql: string): Promise<Record<string, unknown>[]> {
  for (let tries = 0; ; tries++) {
    try {
      return await query(url, sql);
    } catch (problem) {
      if (tries >= 200) throw problem;
      await sleep(50);
    }
  }
}
