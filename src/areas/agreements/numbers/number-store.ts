import type { Tx } from '#platform/database/transaction.ts';

/** Whose number it is: the agency, or the party's name where it is none. */
export function holderOf(party: { readonly agency_id: string | null; readonly name: string }): string {
  return party.agency_id ?? party.name.toLowerCase();
}

/** The patterns of the mall's parties, by holder. */
export async function mapPatterns(tx: Tx, mallId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .selectFrom('number_pattern')
    .select(['holder', 'pattern'])
    .where('mall_id', '=', mallId)
    .limit(1000)
    .execute();
  return new Map(rows.map(({ holder, pattern }) => [holder, pattern]));
}

export async function putPattern(tx: Tx, mallId: string, holder: string, pattern: string): Promise<void> {
  await tx.db
    .insertInto('number_pattern')
    .values({ mall_id: mallId, holder, pattern })
    .onConflict((conflict) => conflict.columns(['mall_id', 'holder']).doUpdateSet({ pattern }))
    .execute();
}

/** From now on the year's next number is the one after `last`. */
export async function putSequence(
  tx: Tx,
  mallId: string,
  { holder, year, last }: { readonly holder: string; readonly year: number; readonly last: number },
): Promise<void> {
  await tx.db
    .insertInto('number_sequence')
    .values({ mall_id: mallId, holder, year, last })
    .onConflict((conflict) => conflict.columns(['mall_id', 'holder', 'year']).doUpdateSet({ last }))
    .execute();
}

/** Takes the year's next number; two who take one at once get two. */
export async function takeSequence(tx: Tx, mallId: string, holder: string, year: number): Promise<number> {
  const row = await tx.db
    .insertInto('number_sequence')
    .values({ mall_id: mallId, holder, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['mall_id', 'holder', 'year']).doUpdateSet((eb) => ({
        last: eb('number_sequence.last', '+', 1),
      })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
