import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { SessionLock } from './session-lock.ts';

describe('a lock of one process', () => {
  let mall: TestMall;
  let one: SessionLock;
  let other: SessionLock;
  before(async () => {
    mall = await withTestMall();
    one = new SessionLock(mall.pool, 'uji');
    other = new SessionLock(mall.pool, 'uji');
  });
  after(async () => {
    one.release();
    other.release();
    await mall.stop();
  });

  it('is had by one of two, again and again, until that one lets go', async () => {
    assert.deepEqual([await one.take(), await other.take(), await one.take()], [true, false, true]);
    one.release();
    await taken(other);
    assert.equal(await one.take(), false);
  });

  it('goes to the other when its connection breaks', async () => {
    await mall.pool.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())`,
    );
    await taken(one);
    assert.equal(await other.take(), false);
  });

  it('is another one by another name', async () => {
    const third = new SessionLock(mall.pool, 'uji lain');
    assert.equal(await third.take(), true);
    third.release();
  });
});

/** The server notices the end of a connection a moment later. */
async function taken(lock: SessionLock): Promise<void> {
  for (let n = 0; n < 50; n += 1) {
    if (await lock.take()) return;
    await sleep(50);
  }
  assert.fail('nobody could take the lock');
}
