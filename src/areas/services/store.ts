import { sql, type Insertable, type Updateable } from 'kysely';
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

/** How many the pages of the catalogue show at most. */
const KEPT_MAX = 2000;
/** More than any file that is taken in makes of them. */
export const SERVICES_OF_MALL_MAX = 50_000;

/** Services by code, also those that were withdrawn: of the mall, of one agency, or one alone. */
export function listKeptRows(
  tx: Tx,
  mallId: string,
  {
    agencyId,
    serviceId,
    limit = KEPT_MAX,
  }: { agencyId?: string | undefined; serviceId?: string | undefined; limit?: number },
) {
  let query = tx.db
    .selectFrom('service')
    .selectAll()
    .where('mall_id', '=', mallId)
    .orderBy('code')
    .limit(limit);
  if (agencyId !== undefined) query = query.where('agency_id', '=', agencyId);
  if (serviceId !== undefined) query = query.where('id', '=', serviceId);
  return query.execute();
}

/** The service, locked: two who change it follow one another. */
export function lockServiceRow(tx: Tx, mallId: string, serviceId: string) {
  return tx.db
    .selectFrom('service')
    .selectAll()
    .where('mall_id', '=', mallId)
    .where('id', '=', serviceId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Who has this code or this address. */
export function findNamesakes(tx: Tx, mallId: string, { code, slug }: { code: string; slug: string }) {
  return tx.db
    .selectFrom('service')
    .select(['id', 'code', 'slug', 'name'])
    .where('mall_id', '=', mallId)
    .where((eb) => eb.or([eb('code', '=', code), eb('slug', '=', slug)]))
    .limit(2)
    .execute();
}

export async function updateServiceRow(
  tx: Tx,
  mallId: string,
  serviceId: string,
  columns: Updateable<Service>,
): Promise<void> {
  await tx.db
    .updateTable('service')
    .set({ ...columns, version: sql`version + 1` })
    .where('mall_id', '=', mallId)
    .where('id', '=', serviceId)
    .execute();
}

export async function deleteServiceRow(tx: Tx, mallId: string, serviceId: string): Promise<void> {
  await tx.db.deleteFrom('service').where('mall_id', '=', mallId).where('id', '=', serviceId).execute();
}
