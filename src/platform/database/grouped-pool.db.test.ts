import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { newId } from '#platform/random/ids.ts';
import { openGroupedPool, untilOnDisk } from './grouped-pool.ts';
import { openPool } from './pool.ts';
import { withTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { runTransaction } from './transaction.ts';

describe('commits that share the wait for the disk', () => {
  let database: TestDatabase;
  let commands: ReturnType<typeof openGroupedPool>;
  let watcher: pg.Pool;
  before(async () => {
    database = await withTestDatabase();
    await waitForDiskByDefault(database);
    commands = openGroupedPool(database.urlFor(), { connectionsMax: 8 });
    watcher = openPool(database.urlFor(), { connectionsMax: 1 });
  });
  after(async () => {
    await commands.end();
    await watcher.end();
    await database.stop();
  });

  const mallId = newId();
  const actor = { kind: 'system', id: 'test', mallId } as const;
  const emitOne = (pool: pg.Pool) =>
    runTransaction(pool, { actor, operation: 'test', mode: 'command' }, async (tx) =>
      tx.emit({ mallId, kind: 'test', topics: [`mall:${mallId}`], payload: {} }),
    );
  const isAllOnDisk = async () => {
    const { rows } = await watcher.query<{ all: boolean }>(
      'select pg_current_wal_flush_lsn() >= pg_current_wal_insert_lsn() as all',
    );
    return rows[0]!.all;
  };

  it('is not waited for by the commit itself', async () => {
    let waiting = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      await commands.pool.query('insert into event_counter values ($1)', [newId()]);
      if (!(await isAllOnDisk())) waiting += 1;
    }
    assert.ok(waiting > 0, 'every single commit was on the disk at once');
  });

  it('is waited for before a command is acknowledged', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await emitOne(commands.pool);
      assert.equal(await isAllOnDisk(), true, `command ${turn}`);
    }
  });

  it('holds for many commands at once, whose events are numbered without a gap', async () => {
    await Promise.all(Array.from({ length: 40 }, () => emitOne(commands.pool)));
    assert.equal(await isAllOnDisk(), true);
    const { rows } = await watcher.query<{ number: number }>(
      'select number from event where mall_id = $1 order by number',
      [mallId],
    );
    assert.deepEqual(
      rows.map((row) => row.number),
      rows.map((_row, index) => index + 1),
    );
  });

  it('does not acknowledge what could not be flushed', async () => {
    const lost = openGroupedPool(database.urlFor(), { connectionsMax: 2 });
    await emitOne(lost.pool);
    await lost.end();
    await assert.rejects(untilOnDisk(lost.pool), /pool/);
  });

  it('is nothing to an ordinary pool', async () => {
    await untilOnDisk(watcher);
  });
});

/** The tests' server does not wait for its disk; this database does, as every real one. */
async function waitForDiskByDefault(database: TestDatabase): Promise<void> {
  const owner = new pg.Client({ connectionString: database.urlFor('superuser') });
  await owner.connect();
  await owner.query(`alter database ${owner.escapeIdentifier(database.name)} set synchronous_commit = on`);
  await owner.end();
}
