import type pg from 'pg';
import { openPool, type PoolOptions } from './pool.ts';

/** Reaches the disk with everything that was written before it, on this server and on those that must confirm. */
const FLUSH = { name: 'flush', text: `select pg_logical_emit_message(true, 'balairung', '')` };

const flushes = new WeakMap<pg.Pool, SharedFlush>();

/**
 * A pool whose transactions share the wait for the disk. Each commits without waiting, so the lock on its mall's event
 * number is held for microseconds instead of a turn of the disk, and eighty commands at once do not wait for eighty
 * turns. Before a command is acknowledged `untilOnDisk` waits for one turn that stands for all of them. What others see
 * in between is older in the log than their own commit, so nothing acknowledged can rest on something lost.
 */
export function openGroupedPool(
  connectionString: string,
  options: PoolOptions = {},
): { readonly pool: pg.Pool; end(): Promise<void> } {
  const pool = openPool(connectionString, { ...options, settings: { synchronous_commit: 'off' } });
  const flushPool = openPool(connectionString, { connectionsMax: 1, applicationName: 'balairung-flush' });
  flushes.set(pool, new SharedFlush(flushPool));
  return {
    pool,
    async end() {
      await pool.end();
      await flushPool.end();
    },
  };
}

/** Waits until everything that was committed through this pool is on the disk; at once for an ordinary pool. */
export async function untilOnDisk(pool: pg.Pool): Promise<void> {
  await flushes.get(pool)?.wait();
}

interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
}

/** One turn of the disk at a time; whoever comes during one waits for the next, with all who came meanwhile. */
class SharedFlush {
  readonly #pool: pg.Pool;
  #waiting: Waiter[] = [];
  #running = false;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#pool.query(FLUSH);
        for (const waiter of group) waiter.resolve();
      } catch (error) {
        // Whether they are on the disk nobody knows: they are not acknowledged, and may be sent again.
        for (const waiter of group) waiter.reject(error);
      }
    }
    this.#running = false;
  }
}
