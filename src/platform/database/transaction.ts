import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Actor } from '#platform/contract/access.ts';
import { newId } from '#platform/random/ids.ts';
import { hashInput } from './input-hash.ts';
import type { DB } from './row-types.ts';

/** Something that happened, for screens that follow it. Its payload is public by construction. */
export interface NewEvent {
  readonly mallId: string;
  readonly kind: string;
  /** `zone:…`, `agency:…`, `ticket:…`, `mall:…`: who must look again. */
  readonly topics: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A line of the trail: who did what to whom. Never a whole NIK, never a secret. */
export interface NewAuditLine {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The actor's own mall and agency unless said otherwise. */
  readonly mallId?: string | null;
  readonly agencyId?: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface NewJob {
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly runAt?: Date;
  /** A job of the same key that has not run yet is replaced. */
  readonly jobKey?: string;
}

/** A hot statement, prepared once per connection. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

/** What a use case gets: the open transaction and the four things that commit with it. */
export interface Tx {
  readonly db: Kysely<DB>;
  /** The database's clock at the start, plus the offset that tests and scenarios set. */
  readonly now: Date;
  readonly actor: Actor;
  query<Row>(statement: PreparedStatement, values: readonly unknown[]): Promise<Row[]>;
  emit(event: NewEvent): void;
  record(line: NewAuditLine): void;
  enqueue(job: NewJob): void;
}

export interface CommandKey {
  readonly key: string;
  /** The input as received; the same key with another input is refused. */
  readonly input: unknown;
}

export interface TransactionOptions {
  readonly actor: Actor;
  /** Name of the operation, for the trail and the idempotency record. */
  readonly operation: string;
  readonly mode: 'read' | 'command';
  readonly command?: CommandKey;
}

export type TransactionResult<T> =
  | { readonly kind: 'done'; readonly value: T; readonly mallsTouched: readonly string[] }
  | { readonly kind: 'repeated'; readonly value: T }
  | { readonly kind: 'key-reused' };

/**
 * The one transaction door. First trip: BEGIN, who asks, the time, and whether this command was already done.
 * Then the work. Last trip: events, trail, jobs, the kept reply, COMMIT. A throw rolls everything back.
 * Deadlocks and serialization failures are tried again up to three times: the work must not touch anything else.
 */
export async function runTransaction<T>(
  pool: pg.Pool,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<TransactionResult<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptTransaction(pool, options, work);
    } catch (error) {
      if (attempt >= 3 || !isWorthAnotherTry(error)) throw error;
    }
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  return code === '40001' || code === '40P01';
}

async function attemptTransaction<T>(
  pool: pg.Pool,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<TransactionResult<T>> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const inputHash = options.command ? hashInput(options.command.input) : null;
    const opened = await openTransaction(client, options);
    if (opened.storedHash !== null) {
      await client.query('rollback');
      if (opened.storedHash !== inputHash) return { kind: 'key-reused' };
      return { kind: 'repeated', value: opened.storedReply as T };
    }
    const pending: Pending = { events: [], audit: [], jobs: [] };
    const value = await work(makeTx(client, options, opened.now, pending));
    await closeTransaction(client, options, opened.now, pending, inputHash, value);
    return { kind: 'done', value, mallsTouched: [...new Set(pending.events.map((event) => event.mallId))] };
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A connection that cannot even roll back is thrown away, not returned to the pool. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause : new Error('rollback failed', { cause });
  }
}

export interface SharedRead {
  /** Runs one read on the shared snapshot; reads of one page take turns on its connection. */
  use<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Gives the connection back. A later use opens a new snapshot. */
  close(): Promise<void>;
}

/** One read-only snapshot for all reads of a page load, opened at the first and kept until closed. */
export function shareRead(pool: pg.Pool, actor: Actor): SharedRead {
  let opened: Promise<{ client: pg.PoolClient; tx: Tx }> | undefined;
  const options: TransactionOptions = { actor, operation: 'page', mode: 'read' };
  const open = async () => {
    const client = await pool.connect();
    try {
      const { now } = await openTransaction(client, options);
      return { client, tx: makeTx(client, options, now, { events: [], audit: [], jobs: [] }) };
    } catch (error) {
      client.release(await rollBack(client));
      throw error;
    }
  };
  // A connection answers one question at a time: reads that a page starts side by side queue up here.
  let last: Promise<unknown> = Promise.resolve();
  return {
    use(work) {
      opened ??= open();
      const current = opened;
      const run = last.then(async () => work((await current).tx));
      last = run.catch(() => undefined);
      return run;
    },
    async close() {
      const current = opened;
      opened = undefined;
      await last;
      const shared = await current?.catch(() => undefined);
      if (shared) shared.client.release(await rollBack(shared.client));
    },
  };
}

interface Opened {
  readonly now: Date;
  readonly storedHash: string | null;
  readonly storedReply: unknown;
}

function openingText({ actor, mode, operation, command }: TransactionOptions): string {
  const agencyId = actor.kind === 'staff' ? actor.agencyId : null;
  const role = actor.kind === 'staff' ? actor.role : actor.kind;
  const literals = [actor.id, role, actor.mallId, agencyId, operation, command?.key ?? null]
    .map((value) => (value === null ? 'null' : pg.escapeLiteral(value)))
    .join(', ');
  const begin = mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin';
  return `${begin}; select * from open_command(${literals})`;
}

async function openTransaction(client: pg.PoolClient, options: TransactionOptions): Promise<Opened> {
  // Two statements in one trip answer with two results; the driver's types know only one.
  const results = (await client.query(openingText(options))) as unknown as pg.QueryResult[];
  const row = results[1]!.rows[0] as { now_at: Date; stored_hash: string | null; stored_reply: unknown };
  return { now: row.now_at, storedHash: row.stored_hash, storedReply: row.stored_reply };
}

interface Pending {
  readonly events: NewEvent[];
  readonly audit: NewAuditLine[];
  readonly jobs: NewJob[];
}

async function closeTransaction(
  client: pg.PoolClient,
  options: TransactionOptions,
  now: Date,
  pending: Pending,
  inputHash: string | null,
  reply: unknown,
): Promise<void> {
  const { actor, operation, command } = options;
  const nothing = pending.events.length + pending.audit.length + pending.jobs.length === 0 && !command;
  if (nothing) {
    await client.query('commit');
    return;
  }
  const done = {
    events: pending.events.map((event) => ({
      mall_id: event.mallId,
      id: newId(),
      kind: event.kind,
      topics: event.topics,
      payload: event.payload,
      at: now,
    })),
    audit: pending.audit.map((line) => ({
      id: newId(),
      mall_id: line.mallId ?? actor.mallId,
      agency_id: line.agencyId ?? (actor.kind === 'staff' ? actor.agencyId : null),
      at: now,
      actor_kind: actor.kind,
      actor_id: actor.id,
      operation,
      subject_kind: line.subjectKind,
      subject_id: line.subjectId,
      facts: line.facts ?? {},
    })),
    jobs: pending.jobs.map((job) => ({
      task: job.task,
      payload: job.payload,
      run_at: job.runAt ?? null,
      job_key: job.jobKey ?? null,
    })),
    command: command
      ? { actor: actor.id, operation, key: command.key, input_hash: inputHash, reply: reply ?? null, at: now }
      : null,
  };
  await client.query(`select close_command(${pg.escapeLiteral(JSON.stringify(done))}); commit`);
}

function makeTx(client: pg.PoolClient, options: TransactionOptions, now: Date, pending: Pending): Tx {
  return {
    db: kyselyOn(client),
    now,
    actor: options.actor,
    async query<Row>(statement: PreparedStatement, values: readonly unknown[]): Promise<Row[]> {
      const result = await client.query({ name: statement.name, text: statement.text, values: [...values] });
      return result.rows as Row[];
    },
    emit: (event) => void pending.events.push(event),
    record: (line) => void pending.audit.push(line),
    enqueue: (job) => void pending.jobs.push(job),
  };
}

const builders = new WeakMap<pg.PoolClient, Kysely<DB>>();

/** A query builder that speaks through this one connection, whose transaction the door has opened. */
function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  const known = builders.get(client);
  if (known) return known;
  const borrowed = {
    query: client.query.bind(client),
    release: () => {},
  } as unknown as PostgresPoolClient;
  const pool = { connect: async () => borrowed, end: async () => {}, options: {} };
  const builder = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  builders.set(client, builder);
  return builder;
}
