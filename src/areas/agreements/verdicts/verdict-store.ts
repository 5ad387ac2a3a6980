import type { Tx } from '#platform/database/transaction.ts';
import type { Verdict } from '../terms-contract.ts';
import type { OfAgreement } from '../parts/parts-store.ts';

/** What the parties have said, latest round first. */
export function listVerdictRows(tx: Tx, agreement: OfAgreement) {
  return tx.db
    .selectFrom('agreement_verdict as v')
    .leftJoin('staff_member as m', (join) =>
      join
        .onRef('m.mall_id', '=', 'v.mall_id')
        .on((eb) => eb(eb.cast('m.id', 'text'), '=', eb.ref('v.told_by'))),
    )
    .select(['v.round', 'v.place', 'v.verdict', 'v.note', 'v.told_on', 'm.name as told_name'])
    .where('v.mall_id', '=', agreement.mall_id)
    .where('v.agreement_id', '=', agreement.id)
    .orderBy('v.round', 'desc')
    .orderBy('v.place')
    .limit(500)
    .execute();
}

/** A party may think otherwise as long as the round goes on. */
export async function putVerdict(
  tx: Tx,
  agreement: OfAgreement,
  said: {
    readonly round: number;
    readonly place: number;
    readonly verdict: Verdict;
    readonly note: string;
    readonly toldOn: string;
  },
): Promise<void> {
  const columns = {
    ...{ verdict: said.verdict, note: said.note },
    ...{ told_on: said.toldOn, told_by: tx.actor.id },
  };
  await tx.db
    .insertInto('agreement_verdict')
    .values({
      ...{ mall_id: agreement.mall_id, agreement_id: agreement.id },
      ...{ round: said.round, place: said.place, ...columns },
    })
    .onConflict((conflict) =>
      conflict.columns(['mall_id', 'agreement_id', 'round', 'place']).doUpdateSet(columns),
    )
    .execute();
}
