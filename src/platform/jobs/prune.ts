import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

/** A stream resumes and a command is recognised within two days; after that nobody comes back for it. */
const KEPT_HOURS = 48;
const BATCH_MAX = 5000;

/** Removes events and idempotency records past their time, a batch at a time; returns how many went. */
export async function pruneOldRows(tx: Tx): Promise<number> {
  const before = new Date(tx.now.getTime() - KEPT_HOURS * 3_600_000);
  const events = await sql`delete from event where ctid in
    (select ctid from event where at < ${before} limit ${BATCH_MAX})`.execute(tx.db);
  const commands = await sql`delete from idempotency where ctid in
    (select ctid from idempotency where at < ${before} limit ${BATCH_MAX})`.execute(tx.db);
  return Number(events.numAffectedRows ?? 0n) + Number(commands.numAffectedRows ?? 0n);
}
