import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { makeDataFolder } from './data-folder.ts';
import { type DatabaseRole, makePassword, ROLE_NAMES } from './embedded/passwords.ts';
import { createRole } from './embedded/roles.ts';
import type { OpenDatabase } from './open-database.ts';
import { StartProblem } from './start-problem.ts';

const VERSION_MIN = 15;
const VERSION_MAX = 18;
const CONNECT_MS_MAX = 4_500;

/**
 * Makes an operator's own database ready: DATABASE_URL is the role that owns the schema. App and reader are
 * BALAIRUNG_APP_URL and BALAIRUNG_READER_URL if given, else roles made here if DATABASE_URL may make roles, else
 * DATABASE_URL itself, which is said.
 * @throws StartProblem database-unreachable (within 5 s), database-version, database-url, database-superuser
 */
export async function prepareExternal(options: {
  databaseUrl: string;
  env: NodeJS.ProcessEnv;
  dataFolder: string;
  onProgress: (line: string) => void;
}): Promise<OpenDatabase> {
  const { databaseUrl, env, dataFolder, onProgress } = options;
  const client = await connectTo(databaseUrl);
  const urls: Record<DatabaseRole, string> = {
    superuser: databaseUrl,
    migrator: databaseUrl,
    app: env['BALAIRUNG_APP_URL'] ?? '',
    reader: env['BALAIRUNG_READER_URL'] ?? '',
  };
  try {
    for (const role of ['app', 'reader'] as const) {
      urls[role] ||= (await findOwnRole({ client, role, databaseUrl, dataFolder })) ?? '';
      if (urls[role] !== '') continue;
      await refuseSuperuser(client);
      onProgress(`database role ${ROLE_NAMES[role]} is not available: DATABASE_URL is used for it as well`);
      urls[role] = databaseUrl;
    }
  } finally {
    await client.end();
  }
  return { kind: 'external', urlFor: (role) => urls[role], stop: async () => {} };
}

/** A superuser sees through row-level security: nobody is served as one. */
async function refuseSuperuser(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sees_all: boolean }>(
    'select rolsuper or rolbypassrls as sees_all from pg_roles where rolname = current_user',
  );
  if (rows[0]?.sees_all !== true) return;
  throw new StartProblem(
    'database-superuser',
    'DATABASE_URL masuk sebagai superuser; sebutkan peran biasa lewat BALAIRUNG_APP_URL dan BALAIRUNG_READER_URL.',
    'DATABASE_URL signs in as a superuser; name ordinary roles with BALAIRUNG_APP_URL and BALAIRUNG_READER_URL.',
  );
}

/** Looks whether a database can be worked with, and changes nothing in it. @throws as `prepareExternal` */
export async function checkExternal(databaseUrl: string): Promise<void> {
  const client = await connectTo(databaseUrl);
  await client.end();
}

async function connectTo(databaseUrl: string): Promise<pg.Client> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS_MAX });
  } catch (cause) {
    throw new StartProblem(
      'database-url',
      'DATABASE_URL bukan alamat PostgreSQL; bentuknya postgresql://pengguna:sandi@host:5432/nama.',
      'DATABASE_URL is not the address of a PostgreSQL; it looks like postgresql://user:password@host:5432/name.',
      { cause },
    );
  }
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => {});
    throw unreachableProblem(databaseUrl, cause);
  }
  await refuseOtherVersion(client, databaseUrl);
  return client;
}

async function refuseOtherVersion(client: pg.Client, databaseUrl: string): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major >= VERSION_MIN && major <= VERSION_MAX) return;
  await client.end();
  throw new StartProblem(
    'database-version',
    `PostgreSQL di ${placeOf(databaseUrl)} versi ${major}; yang didukung versi ${VERSION_MIN} sampai ${VERSION_MAX}.`,
    `The PostgreSQL at ${placeOf(databaseUrl)} is version ${major}; versions ${VERSION_MIN} to ${VERSION_MAX} are supported.`,
  );
}

/**
 * The address of a role of our own on that server, made now if it is missing and we may. A role that others made, or
 * that cannot sign in from here, is not ours to change: then there is none.
 */
async function findOwnRole(options: {
  client: pg.Client;
  role: 'app' | 'reader';
  databaseUrl: string;
  dataFolder: string;
}): Promise<string | undefined> {
  const { client, role, databaseUrl, dataFolder } = options;
  const name = ROLE_NAMES[role];
  const kept = readKept(dataFolder);
  const { rows } = await client.query<{ exists: boolean; may_create: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as exists,
       (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may_create`,
    [name],
  );
  const known = rows[0];
  const key = `${placeOf(databaseUrl)} ${name}`;
  if (known?.exists !== true) {
    if (known?.may_create !== true) return undefined;
    const password = makePassword();
    keep(dataFolder, { ...kept, [key]: password });
    await createRole(client, name, password);
    kept[key] = password;
  }
  const password = kept[key];
  if (password === undefined) return undefined;
  const url = withSignIn(databaseUrl, name, password);
  return (await canConnect(url)) ? url : undefined;
}

function withSignIn(databaseUrl: string, user: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = user;
  url.password = password;
  return url.href;
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS_MAX });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    // Whatever the reason (its access rules, a pooler that does not know the role), the caller has another way.
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function keptFile(dataFolder: string): string {
  return join(dataFolder, 'external-database-passwords.json');
}

function readKept(dataFolder: string): Record<string, string> {
  const file = keptFile(dataFolder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

function keep(dataFolder: string, passwords: Record<string, string>): void {
  makeDataFolder(dataFolder);
  const file = keptFile(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(passwords, null, 2) + '\n', { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** Host and database of an address, without user and password, to be shown. */
function placeOf(databaseUrl: string): string {
  const { host, port, database } = new pg.Client({ connectionString: databaseUrl });
  return `${host}:${port}/${database ?? ''}`;
}

function unreachableProblem(databaseUrl: string, cause: unknown): StartProblem {
  const reason = describe(cause);
  return new StartProblem(
    'database-unreachable',
    `Basis data di ${placeOf(databaseUrl)} tidak dapat dihubungi (${reason}); periksa DATABASE_URL dan servernya.`,
    `The database at ${placeOf(databaseUrl)} cannot be reached (${reason}); check DATABASE_URL and the server.`,
    { cause },
  );
}

/** An AggregateError of all addresses of a host has no message of its own. */
function describe(cause: unknown): string {
  if (cause instanceof AggregateError) return describe(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
