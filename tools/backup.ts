// `npm run backup [-- FILE]`: one file with all rows of this installation's database, and beside it, in the folder
// `files`, what people handed in; while the server runs or not.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backup } from '../src/platform/backup/backup.ts';
import { copyContents } from '../src/platform/backup/contents.ts';
import { explainBackupProblem } from '../src/platform/backup/problems.ts';
import { resolveDataFolder } from '../src/platform/database/data-folder.ts';
import { openForTool } from './backup/open-for-tool.ts';
import { runTool, sayNowAndThen } from './backup/run-tool.ts';

const KEPT_MAX = 14;
const NAME = /^balairung-\d{8}T\d{6}Z\.backup\.gz$/;
const DRAFT = /^balairung-\d{8}T\d{6}Z\.backup\.gz\.part$/;
const DRAFT_HOURS_MAX = 24;

await runTool(async (say) => {
  const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
  const dataFolder = resolveDataFolder({ env: process.env, checkout });
  const [chosen] = process.argv.slice(2);
  const folder = join(dataFolder, 'backups');
  const file = chosen === undefined ? join(folder, nameFor(new Date())) : resolve(chosen);
  const database = await openForTool({ env: process.env, dataFolder, onProgress: say });
  try {
    if (chosen === undefined) await makeFolder(folder);
    const manifest = await backup({ url: database.ownerUrl, file, onProgress: sayNowAndThen(say) });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const { size } = await stat(file);
    say(`${manifest.tables.length} tables, ${rows} rows, ${Math.ceil(size / 1024)} kB`);
    console.log(file);
    if (chosen === undefined) await keepLast(folder);
    // After the rows: whatever they name is on the disk before them.
    const { kept, copied } = await copyContents({
      url: database.ownerUrl,
      from: join(dataFolder, 'files'),
      to: join(dirname(file), 'files'),
    });
    say(`${kept} stored files, ${copied} of them new`);
  } finally {
    await database.close();
  }
});

function nameFor(now: Date): string {
  return `balairung-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.backup.gz`;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (problem) {
    throw explainBackupProblem(folder, problem);
  }
}

/** Only files of our own making are removed: the oldest beyond fourteen, and what a killed backup left unfinished. */
async function keepLast(folder: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  const complete = names.filter((name) => NAME.test(name));
  for (const name of complete.slice(0, Math.max(0, complete.length - KEPT_MAX))) await rm(join(folder, name));
  for (const name of names.filter((draft) => DRAFT.test(draft))) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > DRAFT_HOURS_MAX * 3_600_000) await rm(join(folder, name));
  }
}
