import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import type { SigningValues } from './contract.ts';

const DAYS_MAX = 200;

/** The days with how many agreements they hold and how many of those are signed, latest first. */
export function listSigningRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('signing_day as d')
    .leftJoin('signing_entry as e', (join) =>
      join.onRef('e.mall_id', '=', 'd.mall_id').onRef('e.signing_id', '=', 'd.id'),
    )
    .leftJoin('agreement as a', (join) =>
      join.onRef('a.mall_id', '=', 'e.mall_id').onRef('a.id', '=', 'e.agreement_id'),
    )
    .select((eb) => [
      'd.id',
      'd.title',
      'd.day',
      'd.place',
      eb.fn.count<string>('e.agreement_id').as('entries'),
      eb.fn.count<string>('a.signed_on').as('signed'),
    ])
    .where('d.mall_id', '=', mallId)
    .groupBy(['d.id', 'd.title', 'd.day', 'd.place'])
    .orderBy('d.day', 'desc')
    .orderBy('d.id')
    .limit(DAYS_MAX)
    .execute();
}

export function findSigningRow(tx: Tx, mallId: string, id: string) {
  return selectOne(tx, mallId, id).executeTakeFirst();
}

/** The day, held for a change of it or of its order. */
export function lockSigningRow(tx: Tx, mallId: string, id: string) {
  return selectOne(tx, mallId, id).forUpdate().executeTakeFirst();
}

export type SigningRow = NonNullable<Awaited<ReturnType<typeof findSigningRow>>>;

function selectOne(tx: Tx, mallId: string, id: string) {
  return tx.db.selectFrom('signing_day').selectAll().where('mall_id', '=', mallId).where('id', '=', id);
}

export async function insertSigning(
  tx: Tx,
  mallId: string,
  id: string,
  values: SigningValues,
): Promise<void> {
  await tx.db
    .insertInto('signing_day')
    .values({ mall_id: mallId, id, ...values })
    .execute();
}

export async function updateSigning(
  tx: Tx,
  { mall_id, id, version }: SigningRow,
  values: Partial<SigningValues> = {},
): Promise<{ version: number }> {
  await tx.db
    .updateTable('signing_day')
    .set({ ...values, version: version + 1 })
    .where('mall_id', '=', mall_id)
    .where('id', '=', id)
    .execute();
  return { version: version + 1 };
}

export async function deleteSigning(tx: Tx, { mall_id, id }: SigningRow): Promise<void> {
  await tx.db.deleteFrom('signing_day').where('mall_id', '=', mall_id).where('id', '=', id).execute();
}

/** The agreements of a day in their order. */
export async function listEntryIds(tx: Tx, { mall_id, id }: SigningRow): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('signing_entry')
    .select('agreement_id')
    .where('mall_id', '=', mall_id)
    .where('signing_id', '=', id)
    .orderBy('place')
    .orderBy('agreement_id')
    .execute();
  return rows.map(({ agreement_id }) => agreement_id);
}

/** The agreements of a mall that stand in any ceremony. */
export async function listTakenIds(tx: Tx, mallId: string): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('signing_entry')
    .select('agreement_id')
    .where('mall_id', '=', mallId)
    .execute();
  return new Set(rows.map(({ agreement_id }) => agreement_id));
}

/** Writes the whole order anew: what is not in it is taken out. */
export async function putOrder(
  tx: Tx,
  { mall_id, id }: SigningRow,
  agreementIds: readonly string[],
): Promise<void> {
  await tx.db
    .deleteFrom('signing_entry')
    .where('mall_id', '=', mall_id)
    .where('signing_id', '=', id)
    .execute();
  if (agreementIds.length === 0) return;
  await tx.db
    .insertInto('signing_entry')
    .columns(['mall_id', 'agreement_id', 'signing_id', 'place'])
    .expression(
      sql`select ${mall_id}::uuid, u.agreement_id, ${id}::uuid, u.place
        from unnest(${[...agreementIds]}::uuid[]) with ordinality as u(agreement_id, place)`,
    )
    .execute();
}
