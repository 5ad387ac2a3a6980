import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { backup } from '../../src/platform/backup/backup.ts';
import { serverAccount } from '../../src/platform/database/embedded/server-account.ts';
import { startEmbedded } from '../../src/platform/database/embedded/start-embedded.ts';
import { query } from '../../src/platform/database/testing/query.ts';
import { startServerProcess } from '../../tests/server/server-process.ts';

const TOOLS = fileURLToPath(new URL('..', import.meta.url));
const ROLES = fileURLToPath(new URL('../../docs/examples/roles.sql', import.meta.url));
const [BIN] = globSync('/usr/lib/postgresql/*/bin');
const SUPERUSER = 'boss';

describe(
  'moving to a PostgreSQL server of one’s own',
  {
    skip: BIN === undefined && 'needs a PostgreSQL server on this machine: apt-get install postgresql',
  },
  () => {
    const base = mkdtempSync(join(tmpdir(), 'balairung-move-'));
    const [dataFolder, cluster, file] = [join(base, 'data'), join(base, 'pg'), join(base, 'moved.gz')];
    const port = 20_000 + (process.pid % 20_000);
    const urlOf = (role: string, database = 'balairung') =>
      `postgresql://${role}:${role}-pw@127.0.0.1:${port}/${database}`;
    const databaseUrl = urlOf('balairung_migrator');
    const env = {
      BALAIRUNG_DATA: dataFolder,
      DATABASE_URL: databaseUrl,
      BALAIRUNG_APP_URL: urlOf('balairung_app'),
      BALAIRUNG_READER_URL: urlOf('balairung_reader'),
    };

    before(async () => {
      chmodSync(base, 0o711);
      await (await startServerProcess({ dataFolder, demo: true })).stop();
      startPostgres(cluster, port);
      makeRoles(port);
    });
    after(() => {
      asServer('pg_ctl', ['-D', join(cluster, 'data'), '-m', 'immediate', 'stop']);
      rmSync(base, { recursive: true, force: true });
    });

    it('takes every row along, proves it by checksums, and leaves the old database as it was', async () => {
      const before = await sumsOf(dataFolder, join(base, 'before.gz'));
      assert.equal(runTool('backup.ts', [file], { BALAIRUNG_DATA: dataFolder }).status, 0);
      const moved = runTool('restore.ts', [file], env);
      assert.equal(moved.status, 0, moved.stderr);
      const there = await backup({ url: databaseUrl, file: join(base, 'there.gz') });
      assert.deepEqual(there.tables, before, 'the same rows and checksums there');
      assert.deepEqual(await sumsOf(dataFolder, join(base, 'after.gz')), before, 'and still here');
      assert.ok(there.tables.reduce((sum, { rows }) => sum + rows, 0) > 300);
    });

    it('moves nothing onto a database that holds something already', () => {
      const again = runTool('restore.ts', [file], env);
      assert.equal(again.status, 1);
      assert.match(again.stderr, /sudah berisi/);
    });

    it('serves from there with the old sign-ins, and never as a superuser', async () => {
      const [account] = await query(databaseUrl, `select count(*)::int as n from auth."user"`);
      assert.ok(Number(account?.['n']) > 10);
      const server = await startServerProcess({
        dataFolder,
        demo: false,
        database: { migratorUrl: databaseUrl, appUrl: env.BALAIRUNG_APP_URL },
      });
      try {
        assert.equal((await fetch(`${server.url}/api/v1/malls/current`)).status, 200);
        const connected = await query(
          urlOf(SUPERUSER, 'postgres'),
          `select distinct a.usename::text as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole as mighty
         from pg_stat_activity a join pg_roles r on r.rolname = a.usename where a.datname = 'balairung' order by 1`,
        );
        assert.deepEqual(connected, [
          { name: 'balairung_app', mighty: false },
          { name: 'balairung_migrator', mighty: false },
        ]);
      } finally {
        await server.stop();
      }
    });

    it('gives the trail to be added to, and the clock to nobody who serves people', async () => {
      for (const sql of ['delete from audit_line', 'update clock_offset set offset_by = now() - now()'])
        await assert.rejects(query(env.BALAIRUNG_APP_URL, sql), /permission denied/);
      await assert.rejects(query(env.BALAIRUNG_READER_URL, 'delete from mall'), /permission denied/);
    });
  },
);

/** A server as Debian's package makes it, on a port of its own. */
function startPostgres(folder: string, port: number): void {
  mkdirSync(folder);
  const account = serverAccount();
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  asServer('initdb', ['-D', data, '-U', SUPERUSER, '-E', 'UTF8', '--locale=C.UTF-8', '-N', '--auth=trust']);
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  asServer('pg_ctl', ['-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start']);
}

/** With the script that the guide tells operators to run. */
function makeRoles(port: number): void {
  const passwords = ['migrator', 'app', 'reader'].flatMap((role) => ['-v', `${role}='balairung_${role}-pw'`]);
  const place = ['-h', '127.0.0.1', '-p', String(port), '-U', SUPERUSER, '-d', 'postgres'];
  execFileSync(join(BIN!, 'psql'), [...place, '-q', ...passwords], { input: readFileSync(ROLES) });
}

function asServer(program: string, args: string[]): void {
  execFileSync(join(BIN!, program), args, {
    ...serverAccount(),
    stdio: 'ignore',
    env: { LC_ALL: 'C.UTF-8' },
  });
}

async function sumsOf(dataFolder: string, file: string) {
  const database = await startEmbedded({ dataFolder });
  try {
    return (await backup({ url: database.urlFor('migrator'), file })).tables;
  } finally {
    await database.stop();
  }
}

function runTool(tool: string, args: string[], env: NodeJS.ProcessEnv) {
  const { DATABASE_URL: _url, BALAIRUNG_DATA: _data, ...rest } = process.env;
  return spawnSync(process.execPath, [join(TOOLS, tool), ...args], {
    encoding: 'utf8',
    env: { ...rest, ...env },
  });
}
