import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

export interface LineChoice {
  readonly mallId: string | null;
  readonly before: string | undefined;
  /** One thing only. */
  readonly subject: { readonly kind: string; readonly id: string } | undefined;
  readonly limit: number;
}

/**
 * Lines of the trail, newest first, older than `before` if given. Row-level security decides which lines the asker may
 * see; the mall is named only so that its index is used. A `before` that the asker may not see gives nothing.
 */
export async function listLines(tx: Tx, { mallId, before, subject, limit }: LineChoice) {
  let query = tx.db
    .selectFrom('audit_line')
    .select(['id', 'at', 'actor_kind', 'actor_id', 'operation', 'subject_kind', 'subject_id', 'facts'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (mallId !== null) query = query.where('mall_id', '=', mallId);
  if (subject !== undefined)
    query = query.where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id);
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(at, id) < (select b.at, b.id from audit_line b where b.id = ${before})`,
    );
  }
  return query.execute();
}
