import { Logger as WorkerLogger, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';

export interface WorkerOptions {
  /** The role that owns the job tables: they hide their rows from the app's role. */
  readonly connectionString: string;
  readonly tasks: TaskList;
  readonly log: Logger;
  readonly concurrency?: number;
}

export interface Worker {
  /** Ends after the jobs in hand. */
  stop(): Promise<void>;
}

/** Every job of ours takes seconds: one in hand for longer than this belongs to a worker that is dead. */
const ABANDONED_MINUTES = 5;
const LOOK_MS = 60_000;

/**
 * Runs jobs until stopped. A job that throws is tried again later, up to ten times, with growing pauses. The jobs of a
 * worker that was killed are taken over; by itself the library would leave them for four hours.
 */
export async function startWorker({
  connectionString,
  tasks,
  log,
  concurrency = 2,
}: WorkerOptions): Promise<Worker> {
  const logger = new WorkerLogger(() => (level, message, meta) => {
    if (level === 'error') log.error({ meta }, message);
    else if (level === 'warning') log.warn({ meta }, message);
    else log.debug({ meta }, message);
  });
  const runner = await run({
    connectionString,
    taskList: tasks,
    concurrency,
    maxPoolSize: concurrency + 1,
    noHandleSignals: true,
    pollInterval: 2000,
    logger,
  });
  const look = () =>
    void releaseAbandonedJobs(connectionString).catch((error: unknown) => log.warn({ err: error }, 'jobs'));
  look();
  const timer = setInterval(look, LOOK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await runner.stop();
    },
  };
}

async function releaseAbandonedJobs(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'balairung-jobs' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(
      `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
       from graphile_worker.jobs where locked_at < now() - make_interval(mins => $1) having count(*) > 0`,
      [ABANDONED_MINUTES],
    );
  } finally {
    await client.end();
  }
}
