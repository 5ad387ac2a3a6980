import type { Tx } from '#platform/database/transaction.ts';

/** With neither id nor slug: the mall, if there is exactly one. */
export async function findMallRow(tx: Tx, choice: { id: string | null; slug: string | undefined }) {
  let query = tx.db.selectFrom('mall').selectAll().limit(2);
  if (choice.id !== null) query = query.where('id', '=', choice.id);
  if (choice.slug !== undefined) query = query.where('slug', '=', choice.slug);
  const rows = await query.execute();
  return rows.length === 1 ? rows[0] : undefined;
}

export async function listSites(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('site')
    .select(['name', 'address'])
    .where('mall_id', '=', mallId)
    .orderBy('slug')
    .limit(50)
    .execute();
}

export async function listZones(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('zone')
    .select(['id', 'slug', 'name', 'floor'])
    .where('mall_id', '=', mallId)
    .orderBy('slug')
    .limit(100)
    .execute();
}
