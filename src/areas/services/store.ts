import type { Insertable } from 'kysely';
import type { Service } from '#platform/database/row-types.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** No mall offers more; a broken import would show up as missing rows, not as a page that never ends. */
export const SERVICES_MAX = 500;

/** Active services by code. */
export async function listServiceRows(tx: Tx, mallId: string, agencyId?: string) {
  let query = tx.db
    .selectFrom('service')
    .selectAll()
    .where('mall_id', '=', mallId)
    .where('active', '=', true)
    .orderBy('code')
    .limit(SERVICES_MAX);
  if (agencyId !== undefined) query = query.where('agency_id', '=', agencyId);
  return query.execute();
}

export async function findServiceRow(tx: Tx, mallId: string, slug: string) {
  return tx.db
    .selectFrom('service')
    .selectAll()
    .where('mall_id', '=', mallId)
    .where('slug', '=', slug)
    .where('active', '=', true)
    .executeTakeFirst();
}

export async function insertServices(tx: Tx, rows: readonly Insertable<Service>[]): Promise<void> {
  if (rows.length > 0) await tx.db.insertInto('service').values(rows).execute();
}
