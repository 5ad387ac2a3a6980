import type { ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFolderProblem, inUseProblem, makeDataFolder } from '../data-folder.ts';
import { takePidLock } from '../pid-lock.mjs';
import { StartProblem } from '../start-problem.ts';
import { prepareBinaries } from './binaries.ts';
import { clusterFolderOf, ensureCluster, giveTo, makeSocketFolder, removeSocketFolder } from './cluster.ts';
import { type DatabaseRole, findPasswords, getPasswords, type Passwords, ROLE_NAMES } from './passwords.ts';
import { clearLeftovers, launchPostmaster, type PostmasterOrder } from './postmaster.ts';
import { findRunningPostmaster } from './postmaster-file.ts';
import { ensureRolesAndDatabase } from './roles.ts';
import { type ServerAccount, serverAccount } from './server-account.ts';
import { serverLog } from './server-log.ts';
import { ACCESS_TEXT, configurationText } from './settings.ts';
import { supervise } from './supervise.ts';

export const DATABASE_NAME = 'balairung';

export interface EmbeddedDatabase {
  /** The address to connect to as a role, over a Unix socket in a private folder. */
  urlFor(role: DatabaseRole, databaseName?: string): string;
  /** Fast shutdown; everything acknowledged is on the disk. May be called twice. */
  stop(): Promise<void>;
  /** The database's process at the moment: another one after a crash. */
  readonly pid: number;
  readonly socketFolder: string;
}

export interface EmbeddedOptions {
  /** Absolute path; made if it is missing. */
  readonly dataFolder: string;
  readonly onProgress?: (line: string) => void;
}

/**
 * Starts the embedded PostgreSQL on a data folder, creating cluster, roles and the database `balairung` the first
 * time. What an earlier, killed run left behind is cleared away first. If the database crashes it is started again at
 * the same address. If this process ends without `stop`, the database is told to stop as well.
 * @throws StartProblem data-folder-…, no-embedded-database, other-database-major, database-passwords-lost
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  return startCluster({ ...options, settings: {}, durable: true });
}

/**
 * The same with settings of the caller's; `durable: false` leaves out waiting for the disk. Only for databases that
 * tests throw away.
 */
export async function startCluster(
  options: EmbeddedOptions & { settings: Readonly<Record<string, string>>; durable: boolean },
): Promise<EmbeddedDatabase> {
  const { dataFolder, onProgress = () => {} } = options;
  let undo = () => {};
  try {
    makeDataFolder(dataFolder);
    const lock = takePidLock(join(dataFolder, 'database.lock'));
    if (!lock.held) throw inUseProblem(dataFolder, lock.by.pid);
    undo = lock.release;
    const { order, socketFolder, passwords } = await prepareStart({ ...options, onProgress });
    undo = () => {
      removeSocketFolder(socketFolder);
      lock.release();
    };
    const child = await launchPostmaster(order);
    const open = holdDatabase({ order, child, socketFolder, passwords, close: undo });
    undo = () => {};
    await ensureRolesAndDatabase(order.superuserUrl, passwords, DATABASE_NAME).catch(
      async (problem: unknown) => {
        await open.stop();
        throw problem;
      },
    );
    return open;
  } catch (problem) {
    undo();
    throw explainFolderProblem(dataFolder, problem);
  }
}

/** Everything up to the moment when the database's process can be started. */
async function prepareStart(options: {
  dataFolder: string;
  onProgress: (line: string) => void;
  settings: Readonly<Record<string, string>>;
  durable: boolean;
}): Promise<{ order: PostmasterOrder; socketFolder: string; passwords: Passwords }> {
  const { dataFolder, onProgress } = options;
  const account = serverAccount();
  const binaries = prepareBinaries(account);
  const clusterFolder = clusterFolderOf(dataFolder);
  if (existsSync(clusterFolder) && findPasswords(dataFolder) === undefined)
    throw passwordsMissing(dataFolder);
  const passwords = getPasswords(dataFolder);
  if (!existsSync(clusterFolder)) onProgress('creating the database (once) …');
  await ensureCluster({ ...options, binaries, account, password: passwords.superuser });
  await clearLeftovers(clusterFolder, onProgress, 'remove');
  const socketFolder = makeSocketFolder(account);
  writeSettings({ dataFolder, clusterFolder, socketFolder, account, overrides: options.settings });
  const superuserUrl = urlAt(socketFolder, 'superuser', passwords, 'postgres');
  const log = serverLog(dataFolder);
  return {
    order: { dataFolder, clusterFolder, binaries, account, log, superuserUrl, onProgress },
    socketFolder,
    passwords,
  };
}

function holdDatabase(hold: {
  order: PostmasterOrder;
  child: ChildProcess;
  socketFolder: string;
  passwords: Passwords;
  close: () => void;
}): EmbeddedDatabase {
  const { order, socketFolder, passwords } = hold;
  const stopLooking = order.log.keepSmall();
  const supervision = supervise(order, hold.child, socketFolder);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await supervision.stop();
    stopLooking();
    hold.close();
  };
  return {
    urlFor: (role, name = DATABASE_NAME) => urlAt(socketFolder, role, passwords, name),
    stop: () => (stopped ??= stop()),
    get pid() {
      return supervision.pid();
    },
    socketFolder,
  };
}

/**
 * The addresses of an embedded database that another process runs on this data folder, for tools that work beside it.
 * Undefined when none runs.
 */
export function findRunningEmbedded(
  dataFolder: string,
): Pick<EmbeddedDatabase, 'urlFor' | 'pid'> | undefined {
  const running = findRunningPostmaster(clusterFolderOf(dataFolder));
  const passwords = findPasswords(dataFolder);
  if (running === undefined || passwords === undefined) return undefined;
  return {
    urlFor: (role, name = DATABASE_NAME) => urlAt(running.socketFolder, role, passwords, name),
    pid: running.pid,
  };
}

function urlAt(socketFolder: string, role: DatabaseRole, passwords: Passwords, name: string): string {
  return `postgresql://${ROLE_NAMES[role]}:${passwords[role]}@${encodeURIComponent(socketFolder)}/${name}`;
}

function writeSettings(options: {
  dataFolder: string;
  clusterFolder: string;
  socketFolder: string;
  account: ServerAccount;
  overrides: Readonly<Record<string, string>>;
}): void {
  const configuration = join(options.clusterFolder, 'postgresql.conf');
  const access = join(options.clusterFolder, 'pg_hba.conf');
  writeFileSync(configuration, configurationText(options), { mode: 0o600 });
  writeFileSync(access, ACCESS_TEXT, { mode: 0o600 });
  giveTo(options.account, configuration, access);
}

function passwordsMissing(dataFolder: string): StartProblem {
  return new StartProblem(
    'database-passwords-lost',
    `Di folder data ${dataFolder} ada basis data tetapi berkas database-passwords.json hilang; kembalikan berkas itu.`,
    `The data folder ${dataFolder} holds a database but database-passwords.json is missing; put that file back.`,
  );
}
