import type pg from 'pg';

/** What one process at a time may do, of all that share a database. It is lost with the connection that holds it. */
export class SessionLock {
  readonly #pool: pg.Pool;
  readonly #name: string;
  #holder: pg.PoolClient | undefined;

  constructor(pool: pg.Pool, name: string) {
    this.#pool = pool;
    this.#name = name;
  }

  /** Takes the lock where nobody has it; true when it is this process's. */
  async take(): Promise<boolean> {
    if (this.#holder !== undefined) return this.#stillHolds(this.#holder);
    const client = await this.#pool.connect();
    try {
      const { rows } = await client.query<{ taken: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
        [this.#name],
      );
      if (rows[0]?.taken === true) this.#holder = client;
      else client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
    return this.#holder !== undefined;
  }

  /** Ends the connection too, and the lock with it. */
  release(): void {
    const client = this.#holder;
    this.#holder = undefined;
    client?.release(true);
  }

  /** A connection that broke may not have said so yet. */
  async #stillHolds(holder: pg.PoolClient): Promise<boolean> {
    try {
      await holder.query('select 1');
      return true;
    } catch {
      this.release();
      return false;
    }
  }
}
