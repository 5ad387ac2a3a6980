import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { takePidLock } from './pid-lock.mjs';
import { StartProblem } from './start-problem.ts';

const FREE_BYTES_MIN = 200 * 1024 * 1024;

/**
 * Where this installation keeps its data: BALAIRUNG_DATA, else a folder outside the checkout whose name carries the
 * checkout's own, so that two checkouts on one machine stay apart.
 * @param checkout absolute path of the checkout
 * @returns an absolute path; nothing is created
 */
export function resolveDataFolder({ env, checkout }: { env: NodeJS.ProcessEnv; checkout: string }): string {
  if (env['BALAIRUNG_DATA']) return resolve(env['BALAIRUNG_DATA']);
  const name = nameOfCheckout(checkout);
  if (process.getuid?.() === 0) return join('/var/lib/balairung', name);
  const userData = env['XDG_DATA_HOME'] || join(env['HOME'] || homedir(), '.local', 'share');
  return join(userData, 'balairung', name);
}

function nameOfCheckout(checkout: string): string {
  const real = realpathSync(checkout);
  const slug = basename(real)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 8);
  return slug === '' ? hash : `${slug}-${hash}`;
}

export interface OpenDataFolder {
  readonly folder: string;
  /** Lets the next process have the folder. The end of this process does the same. */
  release(): void;
}

/**
 * Creates the data folder if needed, checks that it can be written to and has room, and takes it for this process.
 * @throws StartProblem data-folder-not-writable, data-folder-not-a-folder, data-folder-full, data-folder-in-use
 */
export function openDataFolder(folder: string): OpenDataFolder {
  try {
    makeDataFolder(folder);
    const free = statfsSync(folder);
    if (free.bavail * free.bsize < FREE_BYTES_MIN) throw fullProblem(folder);
    const lock = takePidLock(join(folder, 'server.lock'));
    if (!lock.held) throw inUseProblem(folder, lock.by.pid);
    const { release } = lock;
    process.once('exit', release);
    return {
      folder,
      release() {
        process.off('exit', release);
        release();
      },
    };
  } catch (problem) {
    throw explainFolderProblem(folder, problem);
  }
}

/** Others may pass through but not look around: as root the database runs as another user in a folder below. */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (process.getuid?.() !== 0) return;
  const { mode } = statSync(folder);
  if ((mode & 0o111) !== 0o111) chmodSync(folder, (mode & 0o7777) | 0o111);
}

/**
 * Turns what the file system answered into the sentence for the person who starts the program; anything that has no
 * sentence is handed back as it came.
 */
export function explainFolderProblem(folder: string, problem: unknown): unknown {
  if (problem instanceof StartProblem || !(problem instanceof Error)) return problem;
  const { code, path = folder } = problem as NodeJS.ErrnoException;
  // Some other place than the data folder or the way to it: that is a fault, not this sentence.
  if (!path.startsWith(folder) && !folder.startsWith(path)) return problem;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartProblem(
        'data-folder-not-writable',
        `Folder data ${folder} tidak dapat ditulisi; beri izin tulis atau pilih folder lain lewat BALAIRUNG_DATA.`,
        `The data folder ${folder} cannot be written to; allow writing or choose another folder with BALAIRUNG_DATA.`,
        { cause: problem },
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartProblem(
        'data-folder-not-a-folder',
        `${folder} bukan folder; pilih folder lain lewat BALAIRUNG_DATA.`,
        `${folder} is not a folder; choose another with BALAIRUNG_DATA.`,
        { cause: problem },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return fullProblem(folder, problem);
    default:
      return problem;
  }
}

/** The disk under the data folder has no room. */
export function fullProblem(folder: string, cause?: unknown): StartProblem {
  return new StartProblem(
    'data-folder-full',
    `Ruang kosong untuk folder data ${folder} kurang dari 200 MB; kosongkan dulu sebagian isinya.`,
    `Less than 200 MB is free for the data folder ${folder}; please make room first.`,
    { cause },
  );
}

/** Another living process works on the data folder. */
export function inUseProblem(folder: string, pid: number): StartProblem {
  return new StartProblem(
    'data-folder-in-use',
    `Balairung sudah berjalan dengan folder data ${folder} (proses ${pid}).`,
    `Balairung is already running on the data folder ${folder} (process ${pid}).`,
  );
}
