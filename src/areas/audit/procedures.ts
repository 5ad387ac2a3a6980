import { implement } from '@orpc/server';
import { namesOf } from '#areas/staff/public.ts';
import { operationDoor, type CallContext } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { auditContract, type TrailLine } from './contract.ts';
import { listLines } from './store.ts';

const os = implement(auditContract).$context<CallContext>().use(operationDoor);

export const auditProcedures = os.router({
  listTrail: os.listTrail.handler(({ context: { tx }, input }) => listTrail(tx, input)),
});

interface TrailChoice {
  readonly before?: string | undefined;
  readonly limit: number;
  readonly subject?: { readonly kind: string; readonly id: string } | undefined;
}

/** One page of the trail. `next` is where the following page begins; null when this is the last. */
async function listTrail(
  tx: Tx,
  { before, limit, subject }: TrailChoice,
): Promise<{ lines: TrailLine[]; next: string | null }> {
  const { mallId } = tx.actor;
  const rows = await listLines(tx, { mallId, before, subject, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const named = page.filter((row) => row.actor_kind === 'staff' || row.actor_kind === 'device');
  const ids = [...new Set(named.map((row) => row.actor_id))];
  const names = mallId === null ? new Map<string, string>() : await namesOf(tx, mallId, ids);
  const lines = page.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    // Somebody whose name the asker may not see, or who has none, is told by the id.
    actorName: names.get(row.actor_id) ?? row.actor_id,
    operation: row.operation,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    facts: row.facts as TrailLine['facts'],
  }));
  return { lines, next: rows.length > limit ? page.at(-1)!.id : null };
}
