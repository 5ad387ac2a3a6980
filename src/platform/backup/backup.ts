import type pg from 'pg';
import copy from 'pg-copy-streams';
import { StartProblem } from '../database/start-problem.ts';
import { listAppliedMigrations, listTables, listUsedSequences } from './catalog.ts';
import { listOf, nameOf, withTransferConnection } from './connect.ts';
import { type BackupHeader, type BackupManifest, FORMAT } from './format.ts';
import { explainBackupProblem } from './problems.ts';
import { createBackupFile } from './write-file.ts';

/**
 * Writes all rows of a database into one new file, as they were at one moment; the mall goes on meanwhile.
 * @param order.url connection of the role that owns the tables
 * @param order.file absolute path that does not exist yet
 * @throws StartProblem nothing-to-back-up, backup-file-exists, backup-disk-full, backup-not-allowed
 */
export async function backup(order: {
  url: string;
  file: string;
  onProgress?: (line: string) => void;
}): Promise<BackupManifest> {
  const { url, file, onProgress = () => {} } = order;
  return withTransferConnection(url, async (client) => {
    await client.query('begin isolation level repeatable read, read only');
    const header = await describeDatabase(client);
    const writer = await createBackupFile(file, header);
    try {
      for (const table of await listTables(client)) {
        onProgress(`${table.schema}.${table.table}`);
        const rows = client.query(copy.to(`copy ${nameOf(table)} (${listOf(table.columns)}) to stdout`));
        // Broken off by a full disk, it is told by the closing connection as well: nobody listens any more.
        rows.on('error', () => {});
        await writer.writeTable(table, rows);
      }
      const manifest = await writer.finish();
      await client.query('commit');
      return manifest;
    } catch (problem) {
      await writer.abandon();
      throw explainBackupProblem(file, problem);
    }
  });
}

async function describeDatabase(client: pg.Client): Promise<BackupHeader> {
  const migrations = await listAppliedMigrations(client);
  if (migrations.length === 0) {
    throw new StartProblem(
      'nothing-to-back-up',
      'Basis data ini belum berisi apa pun dari Balairung; tidak ada yang perlu dicadangkan.',
      'This database holds nothing of Balairung yet; there is nothing to back up.',
    );
  }
  const { rows } = await client.query<{ made_at: Date; postgresql: string; bytes: string }>(
    `select clock_timestamp() as made_at, current_setting('server_version') as postgresql,
       pg_database_size(current_database())::text as bytes`,
  );
  const about = rows[0];
  if (about === undefined) throw new Error('the database said nothing about itself');
  return {
    format: FORMAT,
    madeAt: about.made_at.toISOString(),
    postgresql: about.postgresql,
    migrations,
    databaseBytes: Number(about.bytes),
    // Sequences are outside any snapshot: read after it began, they are never behind the rows.
    sequences: await listUsedSequences(client),
  };
}
