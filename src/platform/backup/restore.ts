import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import copy from 'pg-copy-streams';
import { listMigrations, migrate } from '../database/migrate.ts';
import { isRestoreUnfinished } from '../database/unfinished-restore.ts';
import { emptyDatabase, findAnything, listTables, markFinished } from './catalog.ts';
import { markUnfinished } from './catalog.ts';
import { listOf, nameOf, withTransferConnection } from './connect.ts';
import { liftConstraints } from './constraints.ts';
import { countRows, type BackupHeader, type BackupManifest } from './format.ts';
import { damagedProblem, differenceProblem, explainBackupProblem, newerBackupProblem } from './problems.ts';
import { notEmptyProblem } from './problems.ts';
import { readBackupFile } from './read-file.ts';

/**
 * Restores a backup into an empty database: its tables by the migrations that the backup had, its rows in one
 * transaction, then whatever migrations are newer. If anything differs from the backup, or goes wrong, the database
 * is left as empty as it was.
 * @param order.url connection of the role that owns the schema
 * @throws StartProblem backup-not-found, backup-damaged, backup-newer-schema, target-not-empty, target-disk-full,
 *   restore-difference
 */
export async function restore(order: {
  url: string;
  file: string;
  onProgress?: (line: string) => void;
}): Promise<BackupManifest> {
  const { url, file, onProgress = () => {} } = order;
  onProgress('checking the file …');
  const manifest = await checkBackupFile(file);
  const upTo = manifest.migrations.at(-1) ?? '';
  await withTransferConnection(url, prepareTarget);
  try {
    await migrate(url, onProgress, { upTo });
    await withTransferConnection(url, (client) => loadRows({ client, file, manifest, onProgress }));
    await migrate(url, onProgress);
  } catch (problem) {
    await withTransferConnection(url, emptyDatabase).catch((second: unknown) => {
      throw new AggregateError([problem, second], 'a failed restore could not be cleared away');
    });
    throw explainBackupProblem(file, problem);
  }
  await withTransferConnection(url, (client) => client.query('analyze'));
  return manifest;
}

/**
 * Reads a backup to its end and tells what is in it.
 * @throws StartProblem backup-not-found, backup-damaged, backup-newer-schema
 */
export async function checkBackupFile(file: string): Promise<BackupManifest> {
  const known = await listMigrations();
  const refuseNewer = async (header: BackupHeader) => {
    const unknown = header.migrations.find((name) => !known.includes(name));
    if (unknown !== undefined) throw newerBackupProblem(unknown);
  };
  return readBackupFile(file, { onHeader: refuseNewer });
}

/** Only what an earlier restore of ours left half-done is removed. */
async function prepareTarget(client: pg.Client): Promise<void> {
  if (await isRestoreUnfinished(client)) await emptyDatabase(client);
  const found = await findAnything(client);
  if (found !== undefined) throw notEmptyProblem(found);
  await markUnfinished(client);
}

async function loadRows(order: {
  client: pg.Client;
  file: string;
  manifest: BackupManifest;
  onProgress: (line: string) => void;
}): Promise<void> {
  const { client, file, manifest, onProgress } = order;
  const tables = await listTables(client);
  refuseOtherTables(manifest, tables.map(nameOf));
  await client.query('begin');
  const putConstraintsBack = await liftConstraints(client);
  // The migrations put a few first rows into a new database; the backup has its own.
  await client.query(`truncate ${tables.map(nameOf).join(', ')}`);
  const columnsOf = new Map<string, readonly string[]>();
  const again = await readBackupFile(file, {
    async onTable({ columns, rows, ...table }) {
      columnsOf.set(nameOf(table), columns);
      onProgress(`${table.schema}.${table.table}`);
      await pipeline(rows, client.query(copy.from(`copy ${nameOf(table)} (${listOf(columns)}) from stdin`)));
    },
  });
  if (JSON.stringify(again) !== JSON.stringify(manifest)) throw damagedProblem(file);
  for (const { schema, name, lastValue } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2)', [nameOf({ schema, table: name }), lastValue]);
  }
  onProgress('checking what was restored …');
  await putConstraintsBack();
  await readBack(client, manifest, columnsOf);
  await markFinished(client);
  await client.query('commit');
}

function refuseOtherTables(manifest: BackupManifest, made: string[]): void {
  const kept = manifest.tables.map(nameOf);
  const other = kept.find((name) => !made.includes(name)) ?? made.find((name) => !kept.includes(name));
  if (other !== undefined) throw differenceProblem(other);
}

/**
 * What the database holds now is read out as a backup would read it, and must be the file's rows to the last byte: in a
 * table emptied in this transaction the rows lie in the order in which they came.
 */
async function readBack(
  client: pg.Client,
  manifest: BackupManifest,
  columnsOf: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  for (const table of manifest.tables) {
    const columns = listOf(columnsOf.get(nameOf(table)) ?? []);
    const hash = createHash('sha256');
    let rows = 0;
    for await (const bytes of client.query(copy.to(`copy ${nameOf(table)} (${columns}) to stdout`))) {
      hash.update(bytes as Buffer);
      rows += countRows(bytes as Buffer);
    }
    const what = `${table.schema}.${table.table}`;
    if (rows !== table.rows) throw differenceProblem(`${what}: ${rows}/${table.rows}`);
    if (hash.digest('hex') !== table.sha256) throw differenceProblem(what);
  }
}
