import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type BackupHeader, type BackupManifest, countRows, END_OF_ROWS, type TableName } from './format.ts';
import { type TableSum, toLine } from './format.ts';
import { fileExistsProblem } from './problems.ts';

/** Between small and fast: rows shrink to a tenth at several times the speed of the highest level. */
const GZIP_LEVEL = 4;

/** Writes a backup piece by piece. The file has its name only when `finish` has put all of it on the disk. */
export interface BackupWriter {
  writeTable(name: TableName, rows: AsyncIterable<Buffer>): Promise<void>;
  finish(): Promise<BackupManifest>;
  /** Throws away what was written. */
  abandon(): Promise<void>;
}

/** @throws StartProblem backup-file-exists; anything else as the file system puts it */
export async function createBackupFile(file: string, header: BackupHeader): Promise<BackupWriter> {
  if (existsSync(file)) throw fileExistsProblem(file);
  const draft = `${file}.part`;
  const gzip = createGzip({ level: GZIP_LEVEL });
  const output = createWriteStream(draft, { mode: 0o600 });
  const written = new Promise<void>((resolve, reject) => {
    pipeline(gzip, output, (problem) => (problem ? reject(problem) : resolve()));
  });
  // Whoever writes next, or finishes, is told; until then the refusal must not count as unhandled.
  written.catch(() => {});
  const write = async (bytes: Buffer | string) => {
    if (gzip.destroyed) await written;
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written]);
  };
  const tables: TableSum[] = [];
  await write(toLine(header));
  return {
    async writeTable(name, rows) {
      await write(toLine(name));
      const hash = createHash('sha256');
      let count = 0;
      for await (const bytes of rows) {
        hash.update(bytes);
        count += countRows(bytes);
        await write(bytes);
      }
      await write(END_OF_ROWS);
      tables.push({ schema: name.schema, table: name.table, rows: count, sha256: hash.digest('hex') });
    },
    async finish() {
      await write(toLine({ tables }));
      gzip.end();
      await written;
      await flushToDisk(draft);
      await rename(draft, file);
      await flushToDisk(dirname(file));
      return { ...header, tables };
    },
    async abandon() {
      gzip.destroy();
      await written.catch(() => {});
      await rm(draft, { force: true });
    },
  };
}

async function flushToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
