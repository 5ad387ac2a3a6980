import type { Tx } from '#platform/database/transaction.ts';
import { listBlockerRows } from './store.ts';

export { findLetterFile } from './letters.ts';

/** What keeps stages from going on today, the oldest first. */
export async function listOpenBlockers(
  tx: Tx,
  mallId: string,
): Promise<{ what: string; owner: string; since: string }[]> {
  return (await listBlockerRows(tx, mallId))
    .filter(({ solved_on }) => solved_on === null)
    .map(({ what, owner, since }) => ({ what, owner, since }));
}
