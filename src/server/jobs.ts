import type { TaskList } from 'graphile-worker';
import type pg from 'pg';
import { CLOSURE_TURN, tellClosureTurn } from '#areas/capacity/public.ts';
import { getMallPlaceById, listMallPlaces } from '#areas/malls/public.ts';
import { performPrint, PRINT_TASK } from '#areas/printing/public.ts';
import { closeServiceDay, endCallsNobodyCameTo, relieveSilentCounters } from '#areas/queue/public.ts';
import { pruneOldRows } from '#platform/jobs/prune.ts';
import { runTransaction } from '#platform/database/transaction.ts';
import { enqueueDueRuns, type Schedule } from '#platform/jobs/schedules.ts';
import { addDays, atTime, dayAt } from '#platform/values/day.ts';
import { layReceipt } from './words/ticket-receipt.ts';

const MINUTE_MS = 60_000;

/** How often calls are looked at to which nobody came, and counters whose officer is gone. */
const UNATTENDED_SECONDS = 30;

/** Five minutes past each mall's own midnight the day before is closed; once an hour old rows go. */
export const schedules: readonly Schedule[] = [
  {
    name: 'day-end',
    nextRunAt: (now, zone) => {
      const today = atTime(dayAt(now, zone), '00:05', zone);
      return today > now ? today : atTime(addDays(dayAt(now, zone), 1), '00:05', zone);
    },
  },
  { name: 'unattended', nextRunAt: (now) => now + UNATTENDED_SECONDS * 1000 },
  { name: 'prune', nextRunAt: (now) => now + 60 * MINUTE_MS },
];

export function enqueueDue(pool: pg.Pool): Promise<number> {
  return enqueueDueRuns(pool, schedules, listMallPlaces);
}

/** What each job does. Every one may run twice without harm. */
export function makeTasks(pool: pg.Pool, onCommitted: (mallIds: readonly string[]) => void): TaskList {
  return {
    async 'day-end'(payload) {
      const mallId = readText(payload, 'mallId');
      let closed: number;
      do {
        closed = await asSystem(pool, 'day-end', onCommitted, async (tx) => {
          const mall = await getMallPlaceById(tx, mallId);
          return closeServiceDay(tx, mallId, dayAt(tx.now.getTime(), mall.timeZone));
        });
      } while (closed > 0);
    },
    async unattended(payload) {
      const mallId = readText(payload, 'mallId');
      await asSystem(pool, 'no-show', onCommitted, (tx) => endCallsNobodyCameTo(tx, mallId));
      await asSystem(pool, 'silent-counter', onCommitted, (tx) => relieveSilentCounters(tx, mallId));
    },
    async [CLOSURE_TURN](payload) {
      const mallId = readText(payload, 'mallId');
      const closureId = readText(payload, 'closureId');
      await asSystem(pool, CLOSURE_TURN, onCommitted, async (tx) =>
        tellClosureTurn(tx, await getMallPlaceById(tx, mallId), closureId),
      );
    },
    async prune() {
      let removed: number;
      do removed = await asSystem(pool, 'prune', onCommitted, pruneOldRows);
      while (removed > 0);
    },
    async [PRINT_TASK](payload) {
      const printId = readText(payload, 'printId');
      await performPrint(
        { within: (work) => asSystem(pool, PRINT_TASK, onCommitted, work), layReceipt },
        { mallId: readText(payload, 'mallId'), printId },
      );
    },
  };
}

async function asSystem<T>(
  pool: pg.Pool,
  operation: string,
  onCommitted: (mallIds: readonly string[]) => void,
  work: Parameters<typeof runTransaction<T>>[2],
): Promise<T> {
  const actor = { kind: 'system', id: operation, mallId: null } as const;
  const result = await runTransaction(pool, { actor, operation, mode: 'command' }, work);
  if (result.kind === 'key-reused') throw new Error('a job without a key cannot reuse one');
  if (result.kind === 'done' && result.mallsTouched.length > 0) onCommitted(result.mallsTouched);
  return result.value;
}

function readText(payload: unknown, name: string): string {
  const value = (payload as Readonly<Record<string, unknown>> | null)?.[name];
  if (typeof value !== 'string') throw new Error(`a job names its ${name}`);
  return value;
}
