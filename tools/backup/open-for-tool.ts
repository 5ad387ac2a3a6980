import { existsSync } from 'node:fs';
import { openDataFolder } from '../../src/platform/database/data-folder.ts';
import { clusterFolderOf } from '../../src/platform/database/embedded/cluster.ts';
import { findRunningEmbedded, startCluster } from '../../src/platform/database/embedded/start-embedded.ts';
import { checkExternal } from '../../src/platform/database/external.ts';
import { StartProblem } from '../../src/platform/database/start-problem.ts';

export interface ToolDatabase {
  /** Connection of the role that owns the schema. */
  readonly ownerUrl: string;
  close(): Promise<void>;
}

/**
 * The installation's database for a tool that only reads: the operator's own, the embedded one that the running server
 * holds, or else the embedded one started for the time of the work.
 * @throws StartProblem nothing-to-back-up when there is no database yet, and what opening one may say
 */
export async function openForTool(options: {
  env: NodeJS.ProcessEnv;
  dataFolder: string;
  onProgress: (line: string) => void;
}): Promise<ToolDatabase> {
  const { env, dataFolder, onProgress } = options;
  if (env['DATABASE_URL']) {
    await checkExternal(env['DATABASE_URL']);
    return { ownerUrl: env['DATABASE_URL'], close: async () => {} };
  }
  const running = findRunningEmbedded(dataFolder);
  if (running !== undefined) return { ownerUrl: running.urlFor('migrator'), close: async () => {} };
  if (!existsSync(clusterFolderOf(dataFolder))) {
    throw new StartProblem(
      'nothing-to-back-up',
      `Belum ada basis data di folder data ${dataFolder}.`,
      `There is no database in the data folder ${dataFolder} yet.`,
    );
  }
  return startForTool(dataFolder, onProgress);
}

/**
 * Starts the embedded database and keeps the server from starting on the same folder meanwhile.
 * @param settings of the database for the time of the work; what is committed is on the disk in any case
 */
export async function startForTool(
  dataFolder: string,
  onProgress: (line: string) => void,
  settings: Readonly<Record<string, string>> = {},
): Promise<ToolDatabase> {
  const lock = openDataFolder(dataFolder);
  try {
    const embedded = await startCluster({ dataFolder, onProgress, settings, durable: true });
    return {
      ownerUrl: embedded.urlFor('migrator'),
      async close() {
        await embedded.stop();
        lock.release();
      },
    };
  } catch (problem) {
    lock.release();
    throw problem;
  }
}
