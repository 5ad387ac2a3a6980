import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A terminal sends Ctrl-C to npm and to us, and npm passes it on: the second copy within this time is the same press. */
const SAME_PRESS_MS = 800;
/** How long what the task left behind may take to end by itself. */
const GROUP_END_MS = 3_000;
const PARENT_LOOK_MS = 1_000;

/**
 * Runs one TypeScript file with the given Node in a process group of its own and waits for its end. The first Ctrl-C
 * (or SIGTERM, SIGHUP) is passed on once; the third ends the whole group at once. Nothing of the group outlives it.
 * @param {{ node: string, checkout: string, file: string, args: string[] }} order
 * @returns {Promise<number>} the exit code
 */
export async function runTask({ node, checkout, file, args }) {
  const ownGroup = process.platform !== 'win32';
  const lifeline = pathToFileURL(join(dirname(fileURLToPath(import.meta.url)), 'lifeline.mjs')).href;
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', '--import', lifeline, file, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: ownGroup,
    env: { ...process.env, PATH: pathFor(node, checkout) },
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
  const stopListening = passSignalsOn(child, ownGroup);
  try {
    return await ended;
  } finally {
    if (ownGroup && child.pid !== undefined) await endGroup(child.pid);
    stopListening();
  }
}

/**
 * @param {string} node
 * @param {string} checkout
 */
function pathFor(node, checkout) {
  return [dirname(node), join(checkout, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} ownGroup
 */
function passSignalsOn(child, ownGroup) {
  let presses = 0;
  let lastAt = -Infinity;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    const now = performance.now();
    if (now - lastAt < SAME_PRESS_MS) return;
    lastAt = now;
    presses++;
    if (presses >= 3 && ownGroup && child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    else child.kill(signal);
  };
  const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, pass);
  const watch = watchParent(() => pass('SIGTERM'));
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, pass);
  };
}

/**
 * npm passes SIGINT and SIGTERM on, but killed outright it cannot. Only under npm: a run that was put in the
 * background by hand may well outlive its shell.
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  const npm = process.env['npm_execpath'] === undefined ? '' : parentLine();
  const watch = setInterval(() => {
    if (npm === '' || parentLine() === npm) return;
    clearInterval(watch);
    onGone();
  }, PARENT_LOOK_MS);
  watch.unref();
  return watch;
}

/** The processes above this one up to npm: npm itself, or the shell that npm runs a script in and npm above that. */
function parentLine() {
  const parent = process.ppid;
  if (process.platform !== 'linux') return String(parent);
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const isShell = /^\d+ \((?:ba|da|z)?sh\) /.test(stat);
    return isShell ? `${parent} ${stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]}` : String(parent);
  } catch {
    return String(parent);
  }
}

/** @param {number} group */
async function endGroup(group) {
  if (!signalGroup(group, 'SIGTERM')) return;
  for (const until = performance.now() + GROUP_END_MS; performance.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (!signalGroup(group, 0)) return;
  }
  signalGroup(group, 'SIGKILL');
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anyone was left to receive it
 */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}
