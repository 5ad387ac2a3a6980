import type { Tx } from '#platform/database/transaction.ts';
import type { ClausedKind, TermSubject } from '../rules/clauses.ts';

export function listWordingRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('clause_wording')
    .select(['kind', 'subject', 'version', 'wording'])
    .where('mall_id', '=', mallId)
    .execute();
}

/** Writes the mall's own wording over the version that was read; false where it is another one meanwhile. */
export async function putWording(
  tx: Tx,
  mallId: string,
  clause: {
    readonly kind: ClausedKind;
    readonly subject: TermSubject;
    readonly version: number;
    readonly wording: string;
  },
): Promise<boolean> {
  const { kind, subject, version, wording } = clause;
  const row = await tx.db
    .selectFrom('clause_wording')
    .select('version')
    .where('mall_id', '=', mallId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  if ((row?.version ?? 0) !== version) return false;
  const written = await tx.db
    .insertInto('clause_wording')
    .values({ mall_id: mallId, kind, subject, wording, version: 1 })
    .onConflict((conflict) =>
      row === undefined
        ? conflict.doNothing()
        : conflict.columns(['mall_id', 'kind', 'subject']).doUpdateSet({ wording, version: version + 1 }),
    )
    .returning('version')
    .executeTakeFirst();
  return written !== undefined;
}

export async function deleteWording(
  tx: Tx,
  mallId: string,
  { kind, subject }: { readonly kind: ClausedKind; readonly subject: TermSubject },
): Promise<void> {
  await tx.db
    .deleteFrom('clause_wording')
    .where('mall_id', '=', mallId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .execute();
}
