// Plain JavaScript, because tools/run.mjs needs it before a Node that can run TypeScript is there (Node ≥ 18).
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';

/**
 * A process, told apart from a later process that was given the same number.
 * @typedef {{ pid: number, startedAt: string }} ProcessIdentity
 */

/** How often a lock that keeps changing hands is tried before the answer is "held". */
const TRIES_MAX = 8;

/**
 * When a process started, as an opaque text that stays equal while it lives; '' where the system does not say.
 * Answers undefined when there is no such process.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function findProcessStart(pid) {
  if (!isRunning(pid)) return undefined;
  if (process.platform === 'linux') return findLinuxProcessStart(pid);
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    // No ps at hand: the number alone has to do.
    return '';
  }
}

/** @param {number} pid */
function findLinuxProcessStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in brackets and may hold spaces and brackets itself: count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie still answers to its number but holds nothing any more.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return isRunning(pid) ? '' : undefined;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return /** @type {NodeJS.ErrnoException} */ (problem).code === 'EPERM';
  }
}

/** @param {ProcessIdentity} identity whether that very process, not a later one of the same number, still lives */
export function isAlive(identity) {
  const startedAt = findProcessStart(identity.pid);
  if (startedAt === undefined) return false;
  return startedAt === '' || identity.startedAt === '' || startedAt === identity.startedAt;
}

/**
 * Takes the lock file for this process. A lock whose owner is gone is taken over.
 * @param {string} file absolute path; its folder exists
 * @returns {{ held: true, release: () => void } | { held: false, by: ProcessIdentity }}
 */
export function takePidLock(file) {
  const own = { pid: process.pid, startedAt: findProcessStart(process.pid) ?? '' };
  const text = JSON.stringify(own) + '\n';
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text, { mode: 0o644 });
  try {
    let holder = own;
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      if (linkIfAbsent(draft, file)) return { held: true, release: () => releaseLock(file, text) };
      const found = readLock(file);
      if (found === undefined) continue;
      if (found.identity !== undefined && isAlive(found.identity)) return { held: false, by: found.identity };
      holder = found.identity ?? holder;
      removeStaleLock(file, found.text);
    }
    return { held: false, by: holder };
  } finally {
    unlinkSync(draft);
  }
}

/**
 * A link appears with its whole content or not at all, so nobody ever reads a half-written lock.
 * @param {string} draft
 * @param {string} file
 */
function linkIfAbsent(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (problem) {
    if (/** @type {NodeJS.ErrnoException} */ (problem).code === 'EEXIST') return false;
    throw problem;
  }
}

/**
 * @param {string} file
 * @returns {{ text: string, identity: ProcessIdentity | undefined } | undefined}
 */
function readLock(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const { pid, startedAt } = JSON.parse(text);
    const valid = Number.isInteger(pid) && pid > 0 && typeof startedAt === 'string';
    return { text, identity: valid ? { pid, startedAt } : undefined };
  } catch {
    return { text, identity: undefined };
  }
}

/**
 * Two processes may find the same stale lock: the one that is late must not remove the fresh lock of the other,
 * so the file is moved aside first and put back if it turns out to be another than the one that was read.
 * @param {string} file
 * @param {string} staleText
 */
function removeStaleLock(file, staleText) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') !== staleText) linkIfAbsent(aside, file);
  unlinkSync(aside);
}

/**
 * @param {string} file
 * @param {string} text
 */
function releaseLock(file, text) {
  try {
    if (readFileSync(file, 'utf8') === text) unlinkSync(file);
  } catch {
    // Gone already, with its folder: there is nothing left to release.
  }
}
