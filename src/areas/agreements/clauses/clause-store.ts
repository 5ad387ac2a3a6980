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
  const { version, ...wanted } = clause;
  const written = await tx.db
    .insertInto('clause_wording')
    .values({ mall_id: mallId, ...wanted, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['mall_id', 'kind', 'subject'])
        .doUpdateSet({ wording: wanted.wording, version: version + 1 })
        .where('clause_wording.version', '=', version),
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
