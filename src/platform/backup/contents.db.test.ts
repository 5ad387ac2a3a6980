import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { withTestDatabase, type TestDatabase } from '../database/testing/test-database.ts';
import { openPool } from '../database/pool.ts';
import { copyContents } from './contents.ts';

const MALL = '00000000-0000-7000-8000-000000000001';

describe('stored files beside a backup', () => {
  const base = mkdtempSync(join(tmpdir(), 'balairung-contents-'));
  const [data, beside, back] = [join(base, 'data'), join(base, 'beside'), join(base, 'back')];
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const placeIn = (folder: string, text: string) => {
    const name = hash(text);
    return join(folder, name.slice(0, 2), name.slice(2, 4), name);
  };
  let database: TestDatabase;
  let url: string;
  before(async () => {
    database = await withTestDatabase();
    url = database.urlFor('migrator');
    const pool = openPool(url, { connectionsMax: 1 });
    await pool.query(
      `insert into mall (id, slug, name, short_name, regency, time_zone)
       values ('${MALL}', 'uji', 'MPP Uji', 'MPP Uji', 'Kabupaten Uji', 'Asia/Jakarta')`,
    );
    for (const text of ['satu', 'satu', 'dua']) {
      await pool.query(
        `insert into stored_file values ('${MALL}', gen_random_uuid(), $1, $2, 'text/plain', 'a', now(), 'uji')`,
        [hash(text), text.length],
      );
      mkdirSync(dirname(placeIn(data, text)), { recursive: true });
      writeFileSync(placeIn(data, text), text);
    }
    await pool.end();
  });
  after(async () => {
    await database.stop();
    rmSync(base, { recursive: true, force: true });
  });

  it('are copied once, each content once, and come back the same', async () => {
    assert.deepEqual(await copyContents({ url, from: data, to: beside }), { kept: 2, copied: 2 });
    assert.deepEqual(await copyContents({ url, from: data, to: beside }), { kept: 2, copied: 0 });
    await copyContents({ url, from: beside, to: back });
    for (const text of ['satu', 'dua']) assert.equal(readFileSync(placeIn(back, text), 'utf8'), text);
  });

  it('that are missing or damaged are told, and the others are copied all the same', async () => {
    const elsewhere = join(base, 'elsewhere');
    writeFileSync(placeIn(beside, 'satu'), 'sat');
    await assert.rejects(copyContents({ url, from: beside, to: elsewhere }), { code: 'contents-missing' });
    assert.equal(existsSync(placeIn(elsewhere, 'satu')), false);
    assert.equal(readFileSync(placeIn(elsewhere, 'dua'), 'utf8'), 'dua');
  });
});
