import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fullProblem } from '../data-folder.ts';
import type { Binaries } from './binaries.ts';
import { removeSocketFolder, serverEnvironment } from './cluster.ts';
import { findPostmasterFile, findRunningPostmaster, isPostgresOn, listOrphans } from './postmaster-file.ts';
import { waitUntilReady } from './readiness.ts';
import type { ServerAccount } from './server-account.ts';
import type { ServerLog } from './server-log.ts';

/** A fast shutdown breaks off what runs and writes everything down. */
const FAST_STOP_MS = 15_000;
/** An immediate shutdown only ends; the next start recovers from the log. PostgreSQL itself gives up after 5 s. */
const IMMEDIATE_STOP_MS = 8_000;
/** How long the memory of a killed database may be in use by what is left of it. */
const LEFTOVERS_MS = 10_000;
/** What is left of it ends by itself when it notices; after this time it is ended. */
const LEFTOVERS_PATIENCE_MS = 2_000;
const LOOK_AGAIN_MS = 25;

export interface PostmasterOrder {
  readonly dataFolder: string;
  readonly clusterFolder: string;
  readonly binaries: Binaries;
  readonly account: ServerAccount;
  readonly log: ServerLog;
  /** Connection as which readiness is tried. */
  readonly superuserUrl: string;
  readonly onProgress: (line: string) => void;
}

/**
 * Starts the database in a session of its own (a Ctrl-C in the terminal is not meant for it) and waits until it
 * really answers.
 */
export async function launchPostmaster(order: PostmasterOrder): Promise<ChildProcess> {
  const until = performance.now() + LEFTOVERS_MS;
  for (;;) {
    const child = spawnPostmaster(order);
    const answer = await waitUntilReady(child, order).catch(async (problem: unknown) => {
      if (child.pid !== undefined) await stopPostmaster(child.pid, () => isRunningChild(child));
      throw problem;
    });
    if (answer === 'ready') return child;
    const said = order.log.tail();
    if (/no space left on device|disk quota exceeded/i.test(said)) throw fullProblem(order.dataFolder);
    const leftovers = /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said);
    if (!leftovers || performance.now() > until) {
      throw new Error(`the database ended while starting (${answer.ended}); its log says: ${said.trim()}`);
    }
    await endOrphans(order.clusterFolder);
  }
}

function spawnPostmaster({ binaries, clusterFolder, account, log }: PostmasterOrder): ChildProcess {
  const output = log.open();
  try {
    const child = spawn(binaries.postgres, ['-D', clusterFolder], {
      cwd: '/',
      env: serverEnvironment(),
      stdio: ['ignore', output, output],
      detached: true,
      ...account,
    });
    // It must not keep this process alive by itself; who needs it holds something else.
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

/**
 * Makes the folder free for a new start: a database that outlived its killed program is stopped (its last seconds are
 * safe in the log), and a postmaster.pid that names some other process by now is removed.
 */
export async function clearLeftovers(
  clusterFolder: string,
  onProgress: (line: string) => void,
  socketFolder: 'remove' | 'keep',
): Promise<void> {
  const file = findPostmasterFile(clusterFolder);
  if (file === undefined) return;
  const running = findRunningPostmaster(clusterFolder);
  if (running !== undefined) {
    onProgress('stopping the database that an earlier run left behind …');
    await stopPostmaster(running.pid, () => isPostgresOn(running.pid, clusterFolder));
  }
  if (socketFolder === 'remove') removeSocketFolder(file.socketFolder);
  if (!existsSync(join(clusterFolder, 'postmaster.pid'))) return;
  // The file also guards against what is left of a killed database: it goes only when nothing is left.
  await endOrphans(clusterFolder);
  if (listOrphans(clusterFolder).length === 0) rmSync(join(clusterFolder, 'postmaster.pid'), { force: true });
}

/** Fast shutdown, and an immediate one if that takes too long. */
export async function stopPostmaster(pid: number, isRunning: () => boolean): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ] as const) {
    if (!isRunning()) return;
    sendSignal(pid, signal);
    if (await hasEnded(isRunning, patienceMs)) return;
  }
  throw new Error(`the database (process ${pid}) does not stop`);
}

/** Whether a process that we started has not ended yet. */
export function isRunningChild(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function endOrphans(clusterFolder: string): Promise<void> {
  const gone = () => listOrphans(clusterFolder).length === 0;
  if (await hasEnded(() => !gone(), LEFTOVERS_PATIENCE_MS, 200)) return;
  for (const pid of listOrphans(clusterFolder)) sendSignal(pid, 'SIGKILL');
  await hasEnded(() => !gone(), LEFTOVERS_PATIENCE_MS, 200);
}

async function hasEnded(
  isRunning: () => boolean,
  patienceMs: number,
  everyMs = LOOK_AGAIN_MS,
): Promise<boolean> {
  for (const until = performance.now() + patienceMs; performance.now() < until;) {
    if (!isRunning()) return true;
    await sleep(everyMs);
  }
  return !isRunning();
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
  }
}
