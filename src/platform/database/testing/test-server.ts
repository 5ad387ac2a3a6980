import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterFolderOf } from '../embedded/cluster.ts';
import { clearLeftovers } from '../embedded/postmaster.ts';
import { startCluster } from '../embedded/start-embedded.ts';
import { isAlive } from '../pid-lock.mjs';

/** Names the data folder of the one database server of a test run, for the test files' own processes. */
export const TEST_SERVER_VARIABLE = 'BALAIRUNG_TEST_SERVER';

const FOLDER_PREFIX = 'balairung-test-';

export interface TestServer {
  /** What test processes need in their environment to use this server. */
  readonly env: Readonly<Record<string, string>>;
  readonly dataFolder: string;
  stop(): Promise<void>;
}

/**
 * Starts the database server of a test run, in a folder of its own that goes with it. It does not wait for the disk:
 * nothing in it outlives the run. The runner hands `env` to every test process.
 */
export async function startTestServer(): Promise<TestServer> {
  await removeLeftovers();
  const dataFolder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
  const server = await startCluster({
    dataFolder,
    durable: false,
    settings: {
      ...{ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' },
      ...{ max_connections: '300', wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '1GB' },
    },
  });
  return {
    env: { [TEST_SERVER_VARIABLE]: dataFolder },
    dataFolder,
    async stop() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Folders of test runs that were killed: nobody else will remove them. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const owner = findLockOwner(folder);
    if (owner === undefined || isAlive(owner)) continue;
    await clearLeftovers(clusterFolderOf(folder), () => {}, 'remove');
    rmSync(folder, { recursive: true, force: true });
  }
}

function findLockOwner(folder: string): { pid: number; startedAt: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'database.lock'), 'utf8')) as {
      pid: number;
      startedAt: string;
    };
  } catch {
    // Another user's, or just being made.
    return undefined;
  }
}
