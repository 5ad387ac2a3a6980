import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { openPool } from '#platform/database/pool.ts';
import { withTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { findStoredFile, recordStoredFile } from './stored-files.ts';

describe('a stored file', () => {
  const mallId = newId();
  let database: TestDatabase;
  let pool: pg.Pool;
  before(async () => {
    database = await withTestDatabase();
    pool = openPool(database.urlFor(), { connectionsMax: 2 });
    await pool.query(
      `insert into mall (id, slug, name, short_name, regency, time_zone)
       values ($1, 'uji', 'MPP Uji', 'MPP Uji', 'Kabupaten Uji', 'Asia/Jakarta')`,
      [mallId],
    );
  });
  after(async () => {
    await pool.end();
    await database.stop();
  });

  async function within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const actor = { kind: 'system', id: 'test', mallId } as const;
    const result = await runTransaction(pool, { actor, operation: 'test', mode: 'command' }, work);
    if (result.kind === 'key-reused') throw new Error('no key was given');
    return result.value;
  }

  const content = { sha256: 'a'.repeat(64), sizeBytes: 12, mediaType: 'image/png' } as const;

  it('is found in its own mall with its name and type, and its arrival is on the trail', async () => {
    const file = await within((tx) => recordStoredFile(tx, mallId, { ...content, name: 'foto.png' }));
    assert.deepEqual(await within((tx) => findStoredFile(tx, mallId, file.id)), file);
    assert.deepEqual(file, { ...content, name: 'foto.png', id: file.id });
    const trail = await within((tx) =>
      tx.db.selectFrom('audit_line').select('subject_kind').where('subject_id', '=', file.id).execute(),
    );
    assert.deepEqual(trail, [{ subject_kind: 'file' }]);
  });

  it('is not found from another mall', async () => {
    const file = await within((tx) => recordStoredFile(tx, mallId, { ...content, name: 'a.png' }));
    assert.equal(await within((tx) => findStoredFile(tx, newId(), file.id)), undefined);
  });

  it('keeps a long name to its bound', async () => {
    const name = '📄'.repeat(500);
    const file = await within((tx) => recordStoredFile(tx, mallId, { ...content, name }));
    assert.equal(file.name, '📄'.repeat(100));
  });
});
