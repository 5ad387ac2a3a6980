import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { migrate } from '../database/migrate.ts';
import { withEmptyDatabase, withTestDatabase, type TestDatabase } from '../database/testing/test-database.ts';
import { backup } from './backup.ts';
import type { BackupManifest } from './format.ts';
import { checkBackupFile, restore } from './restore.ts';

const AWKWARD = 'baris\nbaru \\. tab\t"kutip" \'petik\' \\N 🙂 ‮kanan';

describe('backup and restore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balairung-backup-'));
  const file = join(folder, 'mall.backup.gz');
  let source: TestDatabase;
  let made: BackupManifest;

  before(async () => {
    source = await withTestDatabase();
    await query(source, fillSql());
    made = await backup({ url: source.urlFor('migrator'), file });
  });
  after(async () => {
    await source.stop();
    rmSync(folder, { recursive: true });
  });

  /** Tries a file on a fresh database and gives the sentence's code, and what is left in the database. */
  async function refusalOf(path: string, prepare = ''): Promise<{ code: unknown; left: number }> {
    const target = await withEmptyDatabase();
    try {
      if (prepare !== '') await query(target, prepare);
      const problem: unknown = await restore({ url: target.urlFor('migrator'), file: path }).catch(
        (no: unknown) => no,
      );
      return { code: (problem as { code?: unknown }).code, left: await countThings(target) };
    } finally {
      await target.stop();
    }
  }

  function altered(name: string, change: (text: string) => string): string {
    const path = join(folder, name);
    writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString())));
    return path;
  }

  it('brings every row back as it was, however awkward its text', async () => {
    const target = await withEmptyDatabase();
    try {
      const restored = await restore({ url: target.urlFor('migrator'), file });
      assert.deepEqual(restored, made);
      const again = await backup({ url: target.urlFor('migrator'), file: join(folder, 'again.gz') });
      assert.deepEqual(again.tables, made.tables);
      assert.deepEqual(again.sequences, made.sequences);
      assert.deepEqual(again.migrations, made.migrations);
      const { rows } = await query(target, 'select name from mall order by slug');
      assert.equal(rows[0]?.['name'], AWKWARD);
    } finally {
      await target.stop();
    }
  });

  it('keeps numbering events, keys and rights where they were', async () => {
    const target = await withEmptyDatabase();
    try {
      await restore({ url: target.urlFor('migrator'), file });
      const shape = `select conrelid::regclass::text as owner, conname::text as name, pg_get_constraintdef(oid) as def
          from pg_constraint
        union all select tgrelid::regclass::text, tgname::text, tgenabled::text from pg_trigger where not tgisinternal
        union all select relname::text, relkind::text, array_to_string(relacl, ',') || relrowsecurity::text from pg_class
          where relnamespace = 'public'::regnamespace
        union all select tablename, indexname, indexdef from pg_indexes where schemaname <> 'pg_catalog'
        order by 1, 2, 3`;
      assert.deepEqual((await query(target, shape)).rows, (await query(source, shape)).rows);
      const add = `insert into event (mall_id, id, kind, topics, payload, at)
        select mall_id, gen_random_uuid(), 'x', array['x'], '{}', now() from event limit 1`;
      await query(target, add);
      const { rows } = await query(target, 'select max(number)::int as number from event');
      assert.equal(rows[0]?.['number'], 4);
      await query(target, `select enqueue_jobs('[{"task": "later", "payload": {}}]')`);
    } finally {
      await target.stop();
    }
  });

  it('is one moment: what is written while it runs is not in it', async () => {
    const writer = new pg.Client({ connectionString: source.urlFor('migrator') });
    await writer.connect();
    try {
      // The backup has begun but waits at this table until the change to it is committed.
      await writer.query('begin; lock table mall in access exclusive mode');
      const manifest = await backup({
        url: source.urlFor('migrator'),
        file: join(folder, 'moment.gz'),
        onProgress: (table) => {
          if (table === 'public.mall') void writer.query(`update mall set regency = 'nanti'; commit`);
        },
      });
      assert.deepEqual(manifest.tables, made.tables);
      assert.equal((await query(source, 'select regency from mall')).rows[0]?.['regency'], 'nanti');
    } finally {
      await writer.query(`update mall set regency = 'Balangan'`);
      await writer.end();
    }
  });

  it('refuses a file that was cut short or changed, and leaves the database as empty as it was', async () => {
    const bytes = readFileSync(file);
    const cut = join(folder, 'cut.gz');
    writeFileSync(cut, bytes.subarray(0, bytes.length - 200));
    const flipped = join(folder, 'flipped.gz');
    const at = Math.floor(bytes.length / 2);
    writeFileSync(
      flipped,
      Buffer.concat([bytes.subarray(0, at), Buffer.from([bytes[at]! ^ 0x10]), bytes.subarray(at + 1)]),
    );
    const files = {
      cut,
      flipped,
      text: altered('text.gz', (text) => text.replace('Balangan', 'Balongan')),
      'row gone': altered('gone.gz', (text) => text.replace(/^[^\n{]*Balangan[^\n]*\n/m, '')),
      'table gone': altered('table.gz', (text) =>
        text.replace(/^\{"schema":"public","table":"mall"[^]*?\n\\\.\n/m, ''),
      ),
      'end gone': altered('end.gz', (text) => text.replace(/\{"tables":.*\n$/, '')),
      'more at the end': altered('more.gz', (text) => text + '\n'),
      'not a backup': altered('other.gz', () => 'halo\n'),
    };
    for (const [what, path] of Object.entries(files)) {
      assert.deepEqual(await refusalOf(path), { code: 'backup-damaged', left: 0 }, what);
    }
    const plain = join(folder, 'plain.txt');
    writeFileSync(plain, 'halo\n');
    assert.deepEqual(await refusalOf(plain), { code: 'backup-damaged', left: 0 });
    assert.deepEqual(await refusalOf(join(folder, 'none.gz')), { code: 'backup-not-found', left: 0 });
  });

  it('refuses the backup of a newer program', async () => {
    const newer = altered('newer.gz', (text) =>
      text.replace('"migrations":[', '"migrations":["9999_later.sql",'),
    );
    assert.deepEqual(await refusalOf(newer), { code: 'backup-newer-schema', left: 0 });
  });

  it('refuses a database that is not empty and touches nothing in it', async () => {
    assert.deepEqual(await refusalOf(file, 'create table theirs (a int); insert into theirs values (1)'), {
      code: 'target-not-empty',
      left: 1,
    });
    const target = await withTestDatabase();
    await assert.rejects(restore({ url: target.urlFor('migrator'), file }), { code: 'target-not-empty' });
    await target.stop();
  });

  it('leaves nothing behind when the rows do not keep a foreign key', async () => {
    const orphan = altered('orphan.gz', (text) => text);
    const broken = await rewriteWithoutMalls(orphan, join(folder, 'broken.gz'));
    const { code, left } = await refusalOf(broken);
    assert.equal(code, '23503');
    assert.equal(left, 0);
  });

  it('refuses what the database would hold in other words than the file, though its own checksums fit', async () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const other = altered('other-words.gz', (text) => {
      const rows = /"table":"mall"[^\n]*\n([^]*?)\\\.\n/.exec(text)![1]!;
      const reworded = rows.replace('2025-12-15', '15 Dec 2025');
      return text.replace(rows, () => reworded).replace(sha256(rows), sha256(reworded));
    });
    assert.deepEqual(await refusalOf(other), { code: 'restore-difference', left: 0 });
  });

  it('takes up a restore that was cut short, before which no server starts', async () => {
    const target = await withEmptyDatabase();
    try {
      const url = target.urlFor('migrator');
      await query(target, 'create table restore_unfinished ()');
      await migrate(url, () => {}, { upTo: made.migrations.at(-1) ?? '' });
      await assert.rejects(migrate(url), { code: 'restore-unfinished' });
      assert.deepEqual((await restore({ url, file })).tables, made.tables);
      assert.equal(
        (await query(target, `select to_regclass('restore_unfinished') as t`)).rows[0]?.['t'],
        null,
      );
    } finally {
      await target.stop();
    }
  });

  it('restores the backup of an older schema and then brings it up to date', async () => {
    const target = await withEmptyDatabase();
    try {
      const { migrations } = await checkBackupFile(file);
      const older = await backupOfOlderSchema(migrations.slice(0, -1), join(folder, 'older.gz'));
      await restore({ url: target.urlFor('migrator'), file: older });
      const { rows } = await query(target, 'select name from schema_migration order by name');
      assert.deepEqual(
        rows.map(({ name }) => name as unknown),
        migrations,
      );
      assert.equal((await query(target, `select count(*)::int as n from auth."user"`)).rows[0]?.['n'], 1);
    } finally {
      await target.stop();
    }
  });

  it('writes no file over another and leaves no half-written one', async () => {
    await assert.rejects(backup({ url: source.urlFor('migrator'), file }), { code: 'backup-file-exists' });
    const nowhere = join(folder, 'none', 'x.gz');
    await assert.rejects(backup({ url: source.urlFor('migrator'), file: nowhere }), {
      code: 'backup-not-found',
    });
  });
});

function fillSql(): string {
  const mall = randomUUID();
  const text = pg.escapeLiteral(AWKWARD);
  return `
    insert into mall (id, slug, name, short_name, regency, time_zone, launched_on)
      values ('${mall}', 'a-balangan', ${text}, 'MPP', 'Balangan', 'Asia/Makassar', '2025-12-15');
    insert into site (mall_id, id, slug, name, address) values ('${mall}', gen_random_uuid(), 'satu', 'Satu', ${text});
    insert into event (mall_id, id, kind, topics, payload, at)
      select '${mall}', gen_random_uuid(), 'kind' || n, array['a', null], jsonb_build_object('n', ${text}), now()
      from generate_series(1, 3) n;
    insert into audit_line (id, mall_id, at, actor_kind, actor_id, operation, subject_kind, subject_id)
      select gen_random_uuid(), '${mall}', now(), 'staff', n::text, 'x', 'y', ${text} from generate_series(1, 3000) n;
    insert into auth."user" ("id", "name", "email", "emailVerified") values ('u1', ${text}, 'a@b.contoh', true);
    insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId") values ('s', now(), 't', now(), 'u1');
    select enqueue_jobs('[{"task": "one", "payload": {"a": 1}}, {"task": "two", "payload": {}}]')`;
}

/** A backup whose checksums fit but whose sites belong to no mall: what a fault of ours might write. */
async function rewriteWithoutMalls(from: string, to: string): Promise<string> {
  const target = await withEmptyDatabase();
  try {
    await restore({ url: target.urlFor('migrator'), file: from });
    await query(target, 'alter table site drop constraint site_mall_id_fkey; delete from mall');
    await backup({ url: target.urlFor('migrator'), file: to });
    return to;
  } finally {
    await target.stop();
  }
}

async function backupOfOlderSchema(migrations: string[], file: string): Promise<string> {
  const old = await withEmptyDatabase();
  try {
    const url = old.urlFor('migrator');
    await migrate(url, () => {}, { upTo: migrations.at(-1) ?? '' });
    await query(
      old,
      `insert into auth."user" ("id", "name", "email", "emailVerified") values ('u', 'n', 'e', true)`,
    );
    assert.deepEqual((await backup({ url, file })).migrations, migrations);
    return file;
  } finally {
    await old.stop();
  }
}

async function countThings(database: TestDatabase): Promise<number> {
  const { rows } = await query(
    database,
    `select (select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v'))
       + (select count(*) from pg_proc where pronamespace = 'public'::regnamespace)
       + (select count(*) from pg_namespace where nspname in ('auth', 'graphile_worker')) as n`,
  );
  return Number(rows[0]?.['n']);
}

/** The last answer of one or several statements, as the owner of the tables. */
async function query(database: TestDatabase, sql: string): Promise<pg.QueryResult<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: database.urlFor('migrator') });
  await client.connect();
  try {
    const answer: pg.QueryResult | pg.QueryResult[] = await client.query(sql);
    const last = Array.isArray(answer) ? answer.at(-1) : answer;
    if (last === undefined) throw new Error('no statement');
    return last as pg.QueryResult<Record<string, unknown>>;
  } finally {
    await client.end();
  }
}
