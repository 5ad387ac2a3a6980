// `npm run restore -- FILE [--into FOLDER]`: a backup into an empty installation: this checkout's own data folder, the
// database of DATABASE_URL, or the data folder named (which then holds an embedded database). The stored files come from
// the folder `files` beside the backup.
import { statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copyContents } from '../src/platform/backup/contents.ts';
import { targetFullProblem } from '../src/platform/backup/problems.ts';
import { checkBackupFile, restore } from '../src/platform/backup/restore.ts';
import {
  explainFolderProblem,
  makeDataFolder,
  resolveDataFolder,
} from '../src/platform/database/data-folder.ts';
import { prepareExternal } from '../src/platform/database/external.ts';
import { StartProblem } from '../src/platform/database/start-problem.ts';
import { startForTool, type ToolDatabase } from './backup/open-for-tool.ts';
import { runTool, sayNowAndThen } from './backup/run-tool.ts';

/** Tables and indexes, and some for building them. */
const ROOM_FACTOR = 1.3;

/** Rows that are loaded into tables made in the same transaction go to the disk once, not through the log as well. */
const LOAD_SETTINGS = { wal_level: 'minimal', max_wal_senders: '0', maintenance_work_mem: '128MB' };

await runTool(async (say) => {
  const { file, into } = readOrder();
  const { databaseBytes } = await checkBackupFile(file);
  const database = await openTarget(into, databaseBytes, say);
  try {
    const manifest = await restore({ url: database.ownerUrl, file, onProgress: sayNowAndThen(say) });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`restored ${manifest.tables.length} tables, ${rows} rows, as they were at ${manifest.madeAt}`);
    const { kept } = await copyContents({
      url: database.ownerUrl,
      from: join(dirname(file), 'files'),
      to: join(database.dataFolder, 'files'),
    });
    say(`restored ${kept} stored files`);
  } finally {
    await database.close();
  }
});

function readOrder(): { file: string; into: string | undefined } {
  const { values, positionals } = parseArgs({
    options: { into: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const [file, ...more] = positionals;
  const unknown = Object.keys(values).filter((name) => name !== 'into');
  if (file === undefined || more.length > 0 || unknown.length > 0 || values.into === true) {
    throw new StartProblem(
      'restore-order',
      'Sebutkan berkas cadangannya: npm run restore -- BERKAS [--into FOLDER]',
      'Name the backup file: npm run restore -- FILE [--into FOLDER]',
    );
  }
  return { file: resolve(file), into: typeof values.into === 'string' ? resolve(values.into) : undefined };
}

async function openTarget(
  into: string | undefined,
  databaseBytes: number,
  say: (line: string) => void,
): Promise<ToolDatabase & { readonly dataFolder: string }> {
  const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
  const dataFolder = into ?? resolveDataFolder({ env: process.env, checkout });
  const databaseUrl = into === undefined ? process.env['DATABASE_URL'] : undefined;
  if (databaseUrl) {
    const external = await prepareExternal({ databaseUrl, env: process.env, dataFolder, onProgress: say });
    return { ownerUrl: external.urlFor('migrator'), close: external.stop, dataFolder };
  }
  try {
    makeDataFolder(dataFolder);
  } catch (problem) {
    throw explainFolderProblem(dataFolder, problem);
  }
  const free = await statfs(dataFolder);
  if (free.bavail * free.bsize < databaseBytes * ROOM_FACTOR) throw targetFullProblem();
  return { ...(await startForTool(dataFolder, say, LOAD_SETTINGS)), dataFolder };
}
