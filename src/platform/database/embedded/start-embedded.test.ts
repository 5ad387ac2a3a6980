import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { query } from '../testing/query.ts';
import { findRunningEmbedded, startEmbedded } from './start-embedded.ts';
import { useScratchFolder, withEmbedded } from './testing/scratch-folder.ts';

describe('the embedded database', () => {
  const scratch = useScratchFolder();

  it('starts in an empty folder with three roles that are no superusers and see no further than allowed', async () => {
    await withEmbedded(scratch.dataFolder, async (database) => {
      const roles = await query(
        database.urlFor('superuser'),
        `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles
         where rolname like 'balairung%' order by 1`,
      );
      const plain = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
      assert.deepEqual(roles.slice(0, 1), [{ rolname: 'balairung_app', ...plain }]);
      assert.deepEqual(roles.slice(1, 2), [{ rolname: 'balairung_migrator', ...plain }]);
      assert.equal(roles[2]?.['rolsuper'], true);
      assert.deepEqual(roles.slice(3), [{ rolname: 'balairung_reader', ...plain }]);
      await query(database.urlFor('migrator'), 'create table kept (n int)');
      for (const role of ['app', 'reader'] as const) {
        assert.equal(
          (await query(database.urlFor(role), 'select current_user as me'))[0]?.['me'],
          `balairung_${role}`,
        );
        await assert.rejects(query(database.urlFor(role), 'create table mine (n int)'), { code: '42501' });
        await assert.rejects(query(database.urlFor(role), 'select * from kept'), { code: '42501' });
      }
    });
  });

  it('waits for the disk, checks its pages, speaks UTF-8 and UTC, and listens on no port', async () => {
    const wanted = {
      ...{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', data_checksums: 'on' },
      ...{
        jit: 'off',
        TimeZone: 'UTC',
        listen_addresses: '',
        server_encoding: 'UTF8',
        max_connections: '60',
      },
    };
    const rows = await withEmbedded(scratch.dataFolder, ({ urlFor }) =>
      query(urlFor('superuser'), 'select name, setting from pg_settings where name = any($1)', [
        Object.keys(wanted),
      ]),
    );
    assert.deepEqual(Object.fromEntries(rows.map(({ name, setting }) => [name, setting])), wanted);
  });

  it('keeps its passwords from everyone else, and refuses a wrong one', async () => {
    await withEmbedded(scratch.dataFolder, async ({ urlFor, socketFolder }) => {
      const file = join(scratch.dataFolder, 'database-passwords.json');
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(statSync(socketFolder).mode & 0o777, 0o700);
      const wrong = new URL(urlFor('app'));
      wrong.password = 'salah';
      await assert.rejects(query(wrong.href, 'select 1'), { code: '28P01' });
      const { app } = JSON.parse(readFileSync(file, 'utf8')) as { app: string };
      assert.doesNotMatch(readFileSync(join(scratch.dataFolder, 'database.log'), 'utf8'), new RegExp(app));
    });
  });

  it('has what it had at the next start, at once and with the same passwords', async () => {
    const first = await withEmbedded(scratch.dataFolder, async ({ urlFor }) => {
      await query(urlFor('migrator'), 'create table kept as select 42 as n');
      return new URL(urlFor('app')).password;
    });
    await withEmbedded(scratch.dataFolder, async ({ urlFor }) => {
      assert.deepEqual(await query(urlFor('migrator'), 'select n from kept'), [{ n: 42 }]);
      assert.equal(new URL(urlFor('app')).password, first);
    });
    assert.equal(findRunningEmbedded(scratch.dataFolder), undefined);
  });

  it('works in a folder with spaces, quotes and a path longer than a socket may have', async () => {
    scratch.dataFolder = join(scratch.base, `it's "a" folder`, 'x'.repeat(120), 'data');
    const { socketFolder } = await withEmbedded(scratch.dataFolder, async (database) => {
      assert.deepEqual(await query(database.urlFor('app'), 'select 1 as n'), [{ n: 1 }]);
      return database;
    });
    assert.equal(existsSync(socketFolder), false);
  });

  it('says which folder is in the way when its own user cannot get there', async () => {
    chmodSync(scratch.base, 0o700);
    if (process.getuid?.() === 0) {
      await assert.rejects(startEmbedded(scratch), (problem: Error & { code?: string }) => {
        assert.equal(problem.code, 'data-folder-closed');
        assert.ok(problem.message.includes(`tidak boleh masuk ke ${scratch.base};`));
        return true;
      });
    } else {
      await withEmbedded(scratch.dataFolder, async ({ urlFor }) => query(urlFor('app'), 'select 1'));
    }
  });

  it('refuses the folder of another PostgreSQL, and one whose passwords are gone, and keeps both', async () => {
    await withEmbedded(scratch.dataFolder, async () => {});
    const version = join(scratch.dataFolder, 'database', 'PG_VERSION');
    const passwords = join(scratch.dataFolder, 'database-passwords.json');
    const kept = readFileSync(passwords);
    writeFileSync(version, '17\n');
    await assert.rejects(startEmbedded(scratch), { code: 'other-database-major' });
    writeFileSync(version, '18\n');
    rmSync(passwords);
    await assert.rejects(startEmbedded(scratch), { code: 'database-passwords-lost' });
    writeFileSync(passwords, kept.toString().replace(/"superuser": "[^"]*"/, '"superuser": "salah"'));
    await assert.rejects(startEmbedded(scratch), { code: 'database-passwords-lost' });
    writeFileSync(passwords, kept);
    await withEmbedded(scratch.dataFolder, async ({ urlFor }) => query(urlFor('app'), 'select 1'));
  });
});
