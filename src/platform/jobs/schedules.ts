import type pg from 'pg';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';

/** A run that recurs at a local time of a mall. */
export interface Schedule {
  /** Also the job's task name. */
  readonly name: string;
  /** The next run after `now` (epoch ms). */
  readonly nextRunAt: (now: number, timeZone: string) => number;
}

interface MallClock {
  readonly id: string;
  readonly timeZone: string;
}

const CHECK_MS = 15_000;

/**
 * Enqueues each schedule's job when its row says so, and writes the next time in the same transaction: a run is
 * neither lost by a crash nor doubled by a second process. A schedule seen for the first time gets its row.
 * Returns how many jobs were enqueued.
 */
export async function enqueueDueRuns(
  pool: pg.Pool,
  schedules: readonly Schedule[],
  listMalls: (tx: Tx) => Promise<readonly MallClock[]>,
): Promise<number> {
  const result = await runTransaction(
    pool,
    { actor: { kind: 'system', id: 'schedules', mallId: null }, operation: 'schedules', mode: 'command' },
    async (tx) => {
      let enqueued = 0;
      for (const mall of await listMalls(tx)) {
        for (const schedule of schedules) enqueued += await runIfDue(tx, mall, schedule);
      }
      return enqueued;
    },
  );
  return result.kind === 'done' ? result.value : 0;
}

async function runIfDue(tx: Tx, mall: MallClock, schedule: Schedule): Promise<number> {
  const nextRunAt = new Date(schedule.nextRunAt(tx.now.getTime(), mall.timeZone));
  const row = await tx.db
    .selectFrom('scheduled_run')
    .select('run_at')
    .where('mall_id', '=', mall.id)
    .where('name', '=', schedule.name)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    await tx.db
      .insertInto('scheduled_run')
      .values({ mall_id: mall.id, name: schedule.name, run_at: nextRunAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return 0;
  }
  if (row.run_at > tx.now) return 0;
  tx.enqueue({ task: schedule.name, payload: { mallId: mall.id }, jobKey: `${schedule.name}:${mall.id}` });
  await tx.db
    .updateTable('scheduled_run')
    .set({ run_at: nextRunAt })
    .where('mall_id', '=', mall.id)
    .where('name', '=', schedule.name)
    .execute();
  return 1;
}

/** Looks every 15 s. Returns the way to stop. */
export function watchSchedules(check: () => Promise<unknown>, onFault: (error: unknown) => void): () => void {
  const look = () => void check().catch(onFault);
  look();
  const timer = setInterval(look, CHECK_MS);
  return () => clearInterval(timer);
}
