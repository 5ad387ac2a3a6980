import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isPostgresOn } from './postmaster-file.ts';
import { type EmbeddedDatabase, findRunningEmbedded, startEmbedded } from './start-embedded.ts';
import { killHolder, runHolder } from './testing/run-holder.ts';

describe('the embedded database', () => {
  let base = '';
  let dataFolder = '';
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'balairung-embedded-'));
    // As root the database runs as somebody else, who must be able to get there.
    chmodSync(base, 0o711);
    dataFolder = join(base, 'data');
  });
  afterEach(() => rmSync(base, { recursive: true, force: true, maxRetries: 10 }));

  async function withDatabase<T>(use: (database: EmbeddedDatabase) => Promise<T>): Promise<T> {
    const database = await startEmbedded({ dataFolder });
    try {
      return await use(database);
    } finally {
      await database.stop();
    }
  }

  it('starts in an empty folder with three roles that are no superusers and see no further than allowed', async () => {
    await withDatabase(async (database) => {
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
    const rows = await withDatabase(({ urlFor }) =>
      query(urlFor('superuser'), 'select name, setting from pg_settings where name = any($1)', [
        Object.keys(wanted),
      ]),
    );
    assert.deepEqual(Object.fromEntries(rows.map(({ name, setting }) => [name, setting])), wanted);
  });

  it('keeps its passwords from everyone else, and refuses a wrong one', async () => {
    await withDatabase(async ({ urlFor, socketFolder }) => {
      const file = join(dataFolder, 'database-passwords.json');
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(statSync(socketFolder).mode & 0o777, 0o700);
      const wrong = new URL(urlFor('app'));
      wrong.password = 'salah';
      await assert.rejects(query(wrong.href, 'select 1'), { code: '28P01' });
      const { app } = JSON.parse(readFileSync(file, 'utf8')) as { app: string };
      assert.doesNotMatch(readFileSync(join(dataFolder, 'database.log'), 'utf8'), new RegExp(app));
    });
  });

  it('has what it had at the next start, at once and with the same passwords', async () => {
    const first = await withDatabase(async ({ urlFor }) => {
      await query(urlFor('migrator'), 'create table kept as select 42 as n');
      return new URL(urlFor('app')).password;
    });
    await withDatabase(async ({ urlFor }) => {
      assert.deepEqual(await query(urlFor('migrator'), 'select n from kept'), [{ n: 42 }]);
      assert.equal(new URL(urlFor('app')).password, first);
    });
    assert.equal(findRunningEmbedded(dataFolder), undefined);
  });

  it('works in a folder with spaces, quotes and a path longer than a socket may have', async () => {
    dataFolder = join(base, `it's "a" folder`, 'x'.repeat(120), 'data');
    const { socketFolder } = await withDatabase(async (database) => {
      assert.deepEqual(await query(database.urlFor('app'), 'select 1 as n'), [{ n: 1 }]);
      return database;
    });
    assert.equal(existsSync(socketFolder), false);
  });

  it('is clean again after its program was killed: nothing acknowledged is lost', async () => {
    const held = await runHolder(dataFolder);
    await query(held.url, 'create table kept as select 7 as n');
    await killHolder(held);
    assert.equal(isPostgresOn(held.pid, join(dataFolder, 'database')), true);
    await withDatabase(async (database) => {
      assert.notEqual(database.pid, held.pid);
      assert.deepEqual(await query(database.urlFor('migrator'), 'select n from kept'), [{ n: 7 }]);
      assert.equal(existsSync(held.socketFolder), false);
    });
  });

  it('is clean again after it was killed together with its program', async () => {
    const held = await runHolder(dataFolder);
    await query(held.url, 'create table kept as select 8 as n');
    await killHolder(held);
    process.kill(held.pid, 'SIGKILL');
    await withDatabase(async (database) => {
      assert.deepEqual(await query(database.urlFor('migrator'), 'select n from kept'), [{ n: 8 }]);
    });
  });

  it('comes back by itself at the same address when it is killed', async () => {
    await withDatabase(async (database) => {
      const { pid } = database;
      await query(database.urlFor('migrator'), 'create table kept as select 9 as n');
      process.kill(pid, 'SIGKILL');
      assert.deepEqual(await queryUntilBack(database.urlFor('migrator'), 'select n from kept'), [{ n: 9 }]);
      for (let tries = 0; tries < 100 && database.pid === pid; tries++) await sleep(20);
      assert.notEqual(database.pid, pid);
    });
    assert.equal(findRunningEmbedded(dataFolder), undefined);
  });

  it('ends with a program that ends without stopping it', async () => {
    const held = await runHolder(dataFolder, { leave: true });
    for (let tries = 0; tries < 200 && isPostgresOn(held.pid, join(dataFolder, 'database')); tries++)
      await sleep(50);
    assert.equal(isPostgresOn(held.pid, join(dataFolder, 'database')), false);
    assert.equal(existsSync(held.socketFolder), false);
    await withDatabase(async ({ urlFor }) => query(urlFor('app'), 'select 1'));
  });

  it('refuses a second start on its folder, from this process and from another', async () => {
    await withDatabase(async ({ urlFor }) => {
      await assert.rejects(startEmbedded({ dataFolder }), { code: 'data-folder-in-use' });
      const second = await runHolder(dataFolder);
      assert.equal(second.code, 'data-folder-in-use');
      await query(urlFor('app'), 'select 1');
    });
  });

  it('never touches a process that merely has the number in an old postmaster.pid', async () => {
    await withDatabase(async () => {});
    const bystander = spawn('sleep', ['60']);
    const file = join(dataFolder, 'database', 'postmaster.pid');
    const started = Math.floor(Date.now() / 1000);
    writeFileSync(
      file,
      [bystander.pid, join(dataFolder, 'database'), started, 5432, '/tmp', '', '0 0', ''].join('\n'),
    );
    try {
      await withDatabase(async ({ urlFor }) => query(urlFor('app'), 'select 1'));
      assert.equal(bystander.exitCode, null);
      assert.equal(bystander.signalCode, null);
      assert.doesNotThrow(() => process.kill(bystander.pid ?? 0, 0));
    } finally {
      const ended = once(bystander, 'exit');
      bystander.kill();
      await ended;
    }
  });

  it('says which folder is in the way when its own user cannot get there', async () => {
    chmodSync(base, 0o700);
    if (process.getuid?.() === 0) {
      await assert.rejects(startEmbedded({ dataFolder }), (problem: Error & { code?: string }) => {
        assert.equal(problem.code, 'data-folder-closed');
        assert.ok(problem.message.includes(`tidak boleh masuk ke ${base};`));
        return true;
      });
    } else {
      await withDatabase(async ({ urlFor }) => query(urlFor('app'), 'select 1'));
    }
  });

  it('begins anew when its very first start was cut short', async () => {
    mkdirSync(join(dataFolder, 'database.new', 'cluster'), { recursive: true });
    writeFileSync(join(dataFolder, 'database.new', 'cluster', 'PG_VERSION'), '18\n');
    await withDatabase(async ({ urlFor }) => query(urlFor('app'), 'select 1'));
    assert.equal(existsSync(join(dataFolder, 'database.new')), false);
  });

  it('refuses the folder of another PostgreSQL, and one whose passwords are gone, and keeps both', async () => {
    await withDatabase(async () => {});
    const version = join(dataFolder, 'database', 'PG_VERSION');
    const passwords = join(dataFolder, 'database-passwords.json');
    const kept = readFileSync(passwords);
    writeFileSync(version, '17\n');
    await assert.rejects(startEmbedded({ dataFolder }), { code: 'other-database-major' });
    writeFileSync(version, '18\n');
    rmSync(passwords);
    await assert.rejects(startEmbedded({ dataFolder }), { code: 'database-passwords-lost' });
    writeFileSync(passwords, kept.toString().replace(/"superuser": "[^"]*"/, '"superuser": "salah"'));
    await assert.rejects(startEmbedded({ dataFolder }), { code: 'database-passwords-lost' });
    writeFileSync(passwords, kept);
    await withDatabase(async ({ urlFor }) => query(urlFor('app'), 'select 1'));
  });
});

async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

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
