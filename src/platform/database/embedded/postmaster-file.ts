import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findProcessStart } from '../pid-lock.mjs';

/** What a running PostgreSQL writes into its folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly socketFolder: string;
}

/** Reads postmaster.pid: process number in line 1, socket folder in line 5. Undefined when there is none to speak of. */
export function findPostmasterFile(clusterFolder: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, socketFolder: lines[4] ?? '' };
}

/**
 * The PostgreSQL that still runs on this folder, left by a program that was killed. A process that merely got the
 * same number later is not it and is never touched.
 */
export function findRunningPostmaster(clusterFolder: string): PostmasterFile | undefined {
  const file = findPostmasterFile(clusterFolder);
  return file !== undefined && isPostgresOn(file.pid, clusterFolder) ? file : undefined;
}

/** Whether the process is a PostgreSQL that works in this folder. */
export function isPostgresOn(pid: number, clusterFolder: string): boolean {
  if (findProcessStart(pid) === undefined) return false;
  try {
    const folder = realpathSync(clusterFolder);
    if (process.platform === 'linux') {
      const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
      return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === folder;
    }
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return /postgres/.test(command) && (command.includes(folder) || command.includes(clusterFolder));
  } catch {
    // Gone in between, or not ours to look at: then it is not the database that we started.
    return false;
  }
}

/** Processes of a PostgreSQL whose first process was killed: they keep its memory until they notice. Linux only. */
export function listOrphans(clusterFolder: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresOn(pid, clusterFolder));
}
