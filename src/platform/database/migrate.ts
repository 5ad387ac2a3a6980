import { readdir, readFile } from 'node:fs/promises';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { StartProblem } from './start-problem.ts';
import { refuseUnfinishedRestore } from './unfinished-restore.ts';

const MIGRATIONS = new URL('../../../migrations/', import.meta.url);
/** Everybody who migrates takes this lock first, so that two starting servers do not apply one file twice. */
const MIGRATION_LOCK = 7_305_001;

/** Names of the migrations in this checkout, in order. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(MIGRATIONS);
  return files.filter((file) => /^\d{4}_[a-z0-9-]+\.sql$/.test(file)).sort();
}

/**
 * Brings a database to this checkout's schema: the job tables, then each new file of `migrations/` in its own
 * transaction, then the rights of the app and reader roles.
 * @param migratorUrl connection of the role that owns the schema
 * @param limits.upTo the last migration to apply, while a backup of that schema is being restored; the rights follow
 *   with the run that has no limit
 * @throws StartProblem when the database holds a migration that this checkout does not know (a newer program), or a
 *   restore into it was cut short
 */
export async function migrate(
  migratorUrl: string,
  onProgress: (line: string) => void = () => {},
  limits: { upTo?: string } = {},
): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const known = await listMigrations();
    const done = await readApplied(client);
    refuseNewerSchema(done, known);
    if (limits.upTo === undefined) await refuseUnfinishedRestore(client);
    await runMigrations({ connectionString: migratorUrl });
    const applied: string[] = [];
    const { upTo = '9999' } = limits;
    for (const name of known.filter((file) => !done.includes(file) && file <= upTo)) {
      onProgress(name);
      await applyOne(client, name);
      applied.push(name);
    }
    if (limits.upTo === undefined) await grantRights(client);
    return { applied };
  } finally {
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name');
  return rows.map((row) => row.name);
}

function refuseNewerSchema(done: string[], known: string[]): void {
  const unknown = done.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new StartProblem(
    'newer-schema',
    `Basis data ini milik versi Balairung yang lebih baru (${unknown}); perbarui program ini dulu.`,
    `This database belongs to a newer Balairung (${unknown}); update this program first.`,
  );
}

async function applyOne(client: pg.Client, name: string): Promise<void> {
  const sql = await readFile(new URL(name, MIGRATIONS), 'utf8');
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed`, { cause });
  }
}

/** Rights are set anew after each run, so no migration can forget them. A single-role database has nothing to grant. */
async function grantRights(client: pg.Client): Promise<void> {
  const sql = await readFile(new URL('./rights.sql', import.meta.url), 'utf8');
  await client.query(sql);
}
