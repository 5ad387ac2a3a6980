import type { ChildProcess } from 'node:child_process';
import { removeSocketFolder } from './cluster.ts';
import { clearLeftovers, isRunningChild, launchPostmaster, stopPostmaster } from './postmaster.ts';
import type { PostmasterOrder } from './postmaster.ts';

/** More crashes than this within the time mean that starting again does not help. */
const RESTARTS_MAX = 5;
const RESTARTS_WITHIN_MS = 60_000;

export interface Supervision {
  pid(): number;
  stop(): Promise<void>;
}

/**
 * Keeps a started database running: when its first process dies it is started again at the same address, and whoever
 * connects anew finds every acknowledged change. Ends it when this process ends.
 */
export function supervise(order: PostmasterOrder, first: ChildProcess, socketFolder: string): Supervision {
  let child = first;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const crashes: number[] = [];

  const watch = () =>
    child.once('exit', () => {
      restarting = restart();
    });
  const restart = async () => {
    if (stopping) return;
    const now = performance.now();
    crashes.push(now);
    if (crashes.filter((at) => now - at < RESTARTS_WITHIN_MS).length > RESTARTS_MAX) {
      order.onProgress(`the database keeps ending; see ${order.log.file}`);
      return;
    }
    order.onProgress('the database ended unexpectedly; starting it again …');
    try {
      await clearLeftovers(order.clusterFolder, order.onProgress, 'keep');
      child = await launchPostmaster(order);
      watch();
    } catch (problem) {
      order.onProgress(
        `the database could not be started again: ${problem instanceof Error ? problem.message : ''}`,
      );
    }
  };
  watch();
  // The exit hook cannot wait: the database finishes its shutdown by itself, and needs no socket for that.
  const leave = () => {
    child.kill('SIGINT');
    removeSocketFolder(socketFolder);
  };
  process.once('exit', leave);

  return {
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true;
      await restarting;
      process.off('exit', leave);
      const { pid } = child;
      if (pid !== undefined) await stopPostmaster(pid, () => isRunningChild(child));
    },
  };
}
