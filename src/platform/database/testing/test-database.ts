import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { type DatabaseRole, ROLE_NAMES } from '../embedded/passwords.ts';
import { createDatabase } from '../embedded/roles.ts';
import { findRunningEmbedded } from '../embedded/start-embedded.ts';
import { listMigrations, migrate } from '../migrate.ts';
import { startTestServer, TEST_SERVER_VARIABLE } from './test-server.ts';

/** Whoever comes first builds the template; the others wait for it. */
const TEMPLATE_LOCK = 7_305_002;

const SOURCES = ['../migrate.ts', '../rights.sql', '../embedded/roles.ts'];
const MIGRATIONS = new URL('../../../../migrations/', import.meta.url);

type UrlFor = (role: DatabaseRole, databaseName?: string) => string;

export interface TestDatabase {
  readonly name: string;
  /** The address as a role; as the app, whom row-level security binds, unless told otherwise. */
  urlFor(role?: DatabaseRole): string;
  /** Drops the database, with whatever is still connected to it. */
  stop(): Promise<void>;
}

/**
 * A fresh database with the real migrations applied and nothing else in it, in about a tenth of a second: a copy of a
 * template that is built once per test run. It lies on the run's server (BALAIRUNG_TEST_SERVER), or on one that is
 * started here and ends with this process.
 */
export async function withTestDatabase(): Promise<TestDatabase> {
  const urlFor = await findServer();
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withSuperuser(urlFor, async (client) => {
    const template = await ensureTemplate(client, urlFor);
    await createDatabase(client, name, template);
  });
  return {
    name,
    urlFor: (role = 'app') => urlFor(role, name),
    stop: () =>
      withSuperuser(urlFor, async (client) => {
        await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
      }),
  };
}

/** A fresh database with nothing in it at all, for what migrates or restores by itself. */
export async function withEmptyDatabase(): Promise<TestDatabase> {
  const urlFor = await findServer();
  const name = `empty_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withSuperuser(urlFor, (client) => createDatabase(client, name));
  return {
    name,
    urlFor: (role = 'app') => urlFor(role, name),
    stop: () =>
      withSuperuser(urlFor, async (client) => {
        await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
      }),
  };
}

let ownServer: Promise<string> | undefined;

async function findServer(): Promise<UrlFor> {
  const dataFolder = process.env[TEST_SERVER_VARIABLE] ?? (await (ownServer ??= startOwnServer()));
  const running = findRunningEmbedded(dataFolder);
  if (running === undefined) throw new Error(`no test database runs in ${dataFolder}`);
  return running.urlFor;
}

async function startOwnServer(): Promise<string> {
  const server = await startTestServer();
  // The tests are over when nothing keeps the process alive any more.
  process.once('beforeExit', () => void server.stop());
  return server.dataFolder;
}

async function withSuperuser(urlFor: UrlFor, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor('superuser', 'postgres') });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** @returns the name of the template; other migrations make another template */
async function ensureTemplate(client: pg.Client, urlFor: UrlFor): Promise<string> {
  const name = `template_${await hashSchema()}`;
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return name;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await createDatabase(client, draft);
    await migrate(urlFor('migrator', draft));
    await client.query(`alter database ${draft} allow_connections false`);
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function hashSchema(): Promise<string> {
  const hash = createHash('sha256').update(ROLE_NAMES.migrator);
  for (const source of SOURCES) hash.update(readFileSync(new URL(source, import.meta.url)));
  for (const name of await listMigrations())
    hash.update(name).update(readFileSync(new URL(name, MIGRATIONS)));
  return hash.digest('hex').slice(0, 16);
}
