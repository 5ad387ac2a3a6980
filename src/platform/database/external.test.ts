import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { openDatabase } from './open-database.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { findRunningEmbedded } from './embedded/start-embedded.ts';
import { makePassword } from './embedded/passwords.ts';

describe('a database of the operator', () => {
  const base = mkdtempSync(join(tmpdir(), 'balairung-external-'));
  let server: TestServer;
  let rootUrl = '';

  before(async () => {
    server = await startTestServer();
    rootUrl = findRunningEmbedded(server.dataFolder)?.urlFor('superuser', 'postgres') ?? '';
    // As on a server where nobody has heard of Balairung.
    await query(rootUrl, 'drop database balairung');
    for (const role of ['migrator', 'app', 'reader']) await query(rootUrl, `drop role balairung_${role}`);
  });
  after(async () => {
    await server.stop();
    rmSync(base, { recursive: true });
  });

  /** A database owned by a role with the rights given, as a provider would hand it out. */
  async function orderDatabase(name: string, rights: string): Promise<string> {
    const password = makePassword();
    await query(rootUrl, `create role ${name} login password '${password}' ${rights}`);
    await query(rootUrl, `create database ${name} owner ${name}`);
    const url = new URL(rootUrl);
    url.username = name;
    url.password = password;
    url.pathname = name;
    return url.href;
  }

  it('serves every role where its owner may make none, and says so', async () => {
    const databaseUrl = await orderDatabase('plain', '');
    const lines: string[] = [];
    const database = await openDatabase({
      env: { DATABASE_URL: databaseUrl },
      dataFolder: join(base, 'plain'),
      onProgress: (line) => lines.push(line),
    });
    for (const role of ['superuser', 'migrator', 'app', 'reader'] as const) {
      assert.equal(database.urlFor(role), databaseUrl);
    }
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /balairung_app/);
    await database.stop();
    assert.equal(database.kind, 'external');
    await query(databaseUrl, 'select 1');
  });

  it('uses the addresses given for app and reader', async () => {
    const given = await orderDatabase('given', '');
    const database = await openDatabase({
      env: { DATABASE_URL: given, BALAIRUNG_APP_URL: `${given}?a`, BALAIRUNG_READER_URL: `${given}?r` },
      dataFolder: join(base, 'given'),
    });
    assert.equal(database.urlFor('app'), `${given}?a`);
    assert.equal(database.urlFor('reader'), `${given}?r`);
    assert.equal(database.urlFor('migrator'), given);
  });

  it('gets an app and a reader of its own where its owner may make roles, and keeps their passwords', async () => {
    const databaseUrl = await orderDatabase('maker', 'createrole');
    const dataFolder = join(base, 'maker');
    const first = await openDatabase({ env: { DATABASE_URL: databaseUrl }, dataFolder });
    const [who] = await query(
      first.urlFor('app'),
      'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    assert.deepEqual(who, { rolname: 'balairung_app', rolsuper: false, rolbypassrls: false });
    const file = join(dataFolder, 'external-database-passwords.json');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const second = await openDatabase({ env: { DATABASE_URL: databaseUrl }, dataFolder });
    assert.equal(second.urlFor('app'), first.urlFor('app'));
    assert.equal(second.urlFor('reader'), first.urlFor('reader'));
    // A second installation neither knows nor changes the first one's password.
    const other = await openDatabase({ env: { DATABASE_URL: databaseUrl }, dataFolder: join(base, 'other') });
    assert.equal(other.urlFor('app'), databaseUrl);
    await query(first.urlFor('app'), 'select 1');
    assert.ok(!readFileSync(file, 'utf8').includes(new URL(databaseUrl).password));
  });

  it('is not served as a superuser: where no other role can be used, that is said', async () => {
    const databaseUrl = await orderDatabase('mighty', 'superuser');
    const open = (folder: string) =>
      openDatabase({ env: { DATABASE_URL: databaseUrl }, dataFolder: join(base, folder) });
    // Whoever comes first makes the roles and keeps their passwords; the second folder knows none.
    await open('maker').catch(() => {});
    await assert.rejects(open('mighty'), { code: 'database-superuser' });
  });

  it('is reported as unreachable within five seconds, without showing the password', async () => {
    const deaf = await listen(() => {});
    const closed = await listen(() => {});
    const closedPort = portOf(closed);
    closed.close();
    for (const port of [portOf(deaf), closedPort]) {
      const startedAt = performance.now();
      const problem = await refusalOf(`postgresql://ani:rahasia-sekali@127.0.0.1:${port}/mpp`);
      assert.equal(problem.code, 'database-unreachable');
      assert.match(problem.message, new RegExp(`127\\.0\\.0\\.1:${port}/mpp`));
      assert.doesNotMatch(problem.message, /rahasia/);
      assert.ok(performance.now() - startedAt < 5_000);
    }
    deaf.close();
    const wrong = new URL(rootUrl);
    wrong.password = 'salah';
    assert.equal((await refusalOf(wrong.href)).code, 'database-unreachable');
  });

  it('is refused when it is older than 15 or newer than 18', async () => {
    for (const [number, accepted] of [
      ['140012', false],
      ['190001', false],
      ['150000', true],
      ['180009', true],
    ] as const) {
      const pretender = await listen((socket) => pretendVersion(socket, number));
      const { code } = await refusalOf(`postgresql://ani@127.0.0.1:${portOf(pretender)}/mpp`);
      assert.equal(code, accepted ? 'passed' : 'database-version', number);
      pretender.close();
    }
  });

  it('is refused with a sentence when its address is none', async () => {
    assert.equal((await refusalOf('postgresql://[')).code, 'database-url');
  });

  it('leaves no trace in the data folder when it is refused', async () => {
    const dataFolder = join(base, 'untouched');
    await assert.rejects(openDatabase({ env: { DATABASE_URL: 'postgresql://a@127.0.0.1:1/b' }, dataFolder }));
    assert.equal(existsSync(dataFolder), false);
  });

  async function refusalOf(databaseUrl: string): Promise<{ code: unknown; message: string }> {
    const env = { DATABASE_URL: databaseUrl, BALAIRUNG_APP_URL: 'x', BALAIRUNG_READER_URL: 'x' };
    try {
      await openDatabase({ env, dataFolder: join(base, 'refused') });
      return { code: 'passed', message: '' };
    } catch (problem) {
      if (!(problem instanceof Error)) throw problem;
      return { code: (problem as { code?: unknown }).code, message: problem.message };
    }
  }
});

async function listen(onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.unref();
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Speaks just enough of the protocol to be signed in to and asked for its version. */
function pretendVersion(socket: Socket, version: string): void {
  const message = (kind: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(kind), length, body]);
  };
  const int = (value: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeIntBE(value, 0, bytes);
    return buffer;
  };
  const ready = message('Z', Buffer.from('I'));
  const column = Buffer.concat([
    ...[int(1, 2), Buffer.from('server_version_num\0'), int(0, 4), int(0, 2)],
    ...[int(25, 4), int(-1, 2), int(-1, 4), int(0, 2)],
  ]);
  const row = Buffer.concat([int(1, 2), int(version.length, 4), Buffer.from(version)]);
  socket.on('data', (bytes) => {
    const isQuery = bytes[0] === 'Q'.charCodeAt(0);
    const isEnd = bytes[0] === 'X'.charCodeAt(0);
    if (isEnd) socket.end();
    else if (!isQuery) socket.write(Buffer.concat([message('R', int(0, 4)), ready]));
    else {
      const answer = [message('T', column), message('D', row), message('C', Buffer.from('SHOW\0')), ready];
      socket.write(Buffer.concat(answer));
    }
  });
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
