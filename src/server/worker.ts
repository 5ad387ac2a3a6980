import { setTimeout as pause } from 'node:timers/promises';
import { openPool } from '#platform/database/pool.ts';
import { Notifier } from '#platform/events/notifier.ts';
import { watchSchedules } from '#platform/jobs/schedules.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { createLog } from '#platform/log/create-log.ts';
import { enqueueDue, makeTasks } from './jobs.ts';

/**
 * The jobs by themselves, beside servers that run with BALAIRUNG_JOBS=off. It needs DATABASE_URL: an embedded
 * database belongs to its server. Ends on SIGINT or SIGTERM after the jobs in hand.
 */
async function runWorker(databaseUrl: string): Promise<void> {
  const log = createLog(process.env['BALAIRUNG_LOG'] || 'info');
  const pool = openPool(databaseUrl, { connectionsMax: 4, applicationName: 'balairung-worker' });
  const notifier = new Notifier(databaseUrl, () => {});
  await notifier.start();
  const worker = await startWorker({
    connectionString: databaseUrl,
    tasks: makeTasks(pool, (mallIds) => notifier.tell(mallIds)),
    log,
    concurrency: 4,
  });
  const stopSchedules = watchSchedules(
    () => enqueueDue(pool),
    (error) => log.warn({ err: error }, 'schedules'),
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  stopSchedules();
  await worker.stop();
  // The last commit's notification waits to be coalesced.
  await pause(50);
  await notifier.stop();
  await pool.end();
}

const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl) await runWorker(databaseUrl);
else {
  console.error('DATABASE_URL belum diisi. / DATABASE_URL is not set.');
  process.exitCode = 1;
}
