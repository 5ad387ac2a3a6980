import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fullProblem } from '../data-folder.ts';
import { StartProblem } from '../start-problem.ts';
import type { Binaries } from './binaries.ts';
import { ROLE_NAMES } from './passwords.ts';
import { findBarrier, type ServerAccount } from './server-account.ts';

/** 107 bytes is what the system allows for a socket's path; the file in the folder takes 14. */
const SOCKET_FOLDER_BYTES_MAX = 90;
const SOCKET_FOLDER_PREFIX = 'balairung-db-';

/** The folder of the database itself within the data folder. */
export function clusterFolderOf(dataFolder: string): string {
  return join(dataFolder, 'database');
}

/**
 * Makes the cluster if it is not there yet. It is made aside and renamed when complete: a start that is cut short
 * leaves nothing that looks like a database.
 * @returns whether it was made now
 */
export async function ensureCluster(options: {
  dataFolder: string;
  binaries: Binaries;
  account: ServerAccount;
  password: string;
  durable: boolean;
}): Promise<boolean> {
  const { dataFolder, binaries, account } = options;
  const folder = clusterFolderOf(dataFolder);
  if (existsSync(join(folder, 'PG_VERSION'))) {
    refuseOtherMajor(folder, binaries.major);
    return false;
  }
  const barrier = findBarrier(dataFolder, account);
  if (barrier !== undefined) throw barrierProblem(dataFolder, barrier);
  // The cluster is made in a folder of the account's own, since it may not create one in the data folder itself.
  const workshop = `${folder}.new`;
  const draft = join(workshop, 'cluster');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { mode: 0o700 });
  const passwordFile = join(workshop, 'password');
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  giveTo(account, workshop, passwordFile);
  try {
    await runInitdb({ ...options, draft, passwordFile });
    renameSync(draft, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return true;
}

async function runInitdb(options: {
  dataFolder: string;
  binaries: Binaries;
  account: ServerAccount;
  durable: boolean;
  draft: string;
  passwordFile: string;
}): Promise<void> {
  const { binaries, account, draft, passwordFile } = options;
  const child = spawn(
    binaries.initdb,
    [
      ...['--pgdata', draft, '--username', ROLE_NAMES.superuser, '--pwfile', passwordFile],
      ...['--auth=scram-sha-256', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin'],
      ...['--builtin-locale=C.UTF-8', '--data-checksums', ...(options.durable ? [] : ['--no-sync'])],
    ],
    { cwd: '/', env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], ...account },
  );
  let report = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (report += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  if (/no space left on device|disk quota exceeded/i.test(report)) throw fullProblem(options.dataFolder);
  const nameless = /could not look up effective user ID (\d+)/.exec(report)?.[1];
  if (nameless !== undefined) throw namelessUserProblem(nameless);
  throw new Error(`initdb ended with ${code}: ${report.trim().slice(-2_000)}`);
}

/** What the database's processes get to see of our environment: nothing that could change how they behave. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** Hands files to the account that the database runs as. */
export function giveTo(account: ServerAccount, ...paths: string[]): void {
  if (account === undefined) return;
  for (const path of paths) chownSync(path, account.uid, account.gid);
}

/** A short folder for the socket, which only the database's account and we ourselves may enter. */
export function makeSocketFolder(account: ServerAccount): string {
  const preferred = tmpdir();
  const fits = Buffer.byteLength(join(preferred, `${SOCKET_FOLDER_PREFIX}XXXXXX`)) <= SOCKET_FOLDER_BYTES_MAX;
  const base = fits && findBarrier(preferred, account) === undefined ? preferred : '/tmp';
  const folder = mkdtempSync(join(base, SOCKET_FOLDER_PREFIX));
  chmodSync(folder, 0o700);
  giveTo(account, folder);
  return folder;
}

/** Removes a socket folder that we made; any other name is left alone. */
export function removeSocketFolder(folder: string): void {
  if (/\/balairung-db-[A-Za-z0-9]{6}$/.test(folder)) rmSync(folder, { recursive: true, force: true });
}

function refuseOtherMajor(folder: string, major: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new StartProblem(
    'other-database-major',
    `Basis data di ${folder} dibuat oleh PostgreSQL ${found}, sedangkan program ini membawa PostgreSQL ${major}; buat cadangan dengan versi lama lalu pulihkan di sini.`,
    `The database in ${folder} was made by PostgreSQL ${found}, this program brings PostgreSQL ${major}; back it up with the old version and restore it here.`,
  );
}

/** PostgreSQL wants a name for whoever runs it; some containers give a process a bare number. */
function namelessUserProblem(uid: string): StartProblem {
  return new StartProblem(
    'user-without-name',
    `Pengguna nomor ${uid} tidak tercatat di /etc/passwd, padahal basis data bawaan memerlukannya; tambahkan, atau pakai DATABASE_URL.`,
    `User number ${uid} is not in /etc/passwd, which the built-in database needs; add it, or use DATABASE_URL.`,
  );
}

function barrierProblem(dataFolder: string, barrier: string): StartProblem {
  return new StartProblem(
    'data-folder-closed',
    `Sebagai root, basis data berjalan sebagai pengguna nobody, yang tidak boleh masuk ke ${barrier}; pilih folder data lain lewat BALAIRUNG_DATA (sekarang ${dataFolder}).`,
    `As root the database runs as the user nobody, who may not enter ${barrier}; choose another data folder with BALAIRUNG_DATA (now ${dataFolder}).`,
  );
}
