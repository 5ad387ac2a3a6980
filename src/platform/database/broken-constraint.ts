import pg from 'pg';
import { Refused } from '#platform/contract/procedure.ts';
import type { Refusal } from '#platform/values/refusal.ts';

/**
 * Waits for a write and turns a constraint that it breaks into the refusal that says it. `say` gets the constraint's
 * name and the detail that our own functions give it (a count, a kind); what it does not know is thrown on.
 */
export async function refuseBroken<T>(
  write: Promise<T>,
  say: (constraint: string, detail: string) => Refusal | undefined,
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.constraint === undefined) throw error;
    const refusal = say(error.constraint, error.detail ?? '');
    throw refusal === undefined ? error : new Refused(refusal);
  }
}
