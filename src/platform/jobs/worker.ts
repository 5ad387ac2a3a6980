import { Logger as WorkerLogger, run, type Runner, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';

export interface WorkerOptions {
  /** The role that owns the job tables: they hide their rows from the app's role. */
  readonly connectionString: string;
  readonly tasks: TaskList;
  readonly log: Logger;
  readonly concurrency?: number;
}

/** Runs jobs until stopped. A job that throws is tried again later, up to ten times, with growing pauses. */
export async function startWorker({
  connectionString,
  tasks,
  log,
  concurrency = 2,
}: WorkerOptions): Promise<Runner> {
  const logger = new WorkerLogger(() => (level, message, meta) => {
    if (level === 'error') log.error({ meta }, message);
    else if (level === 'warning') log.warn({ meta }, message);
    else log.debug({ meta }, message);
  });
  return run({
    connectionString,
    taskList: tasks,
    concurrency,
    maxPoolSize: concurrency + 1,
    noHandleSignals: true,
    pollInterval: 2000,
    logger,
  });
}
