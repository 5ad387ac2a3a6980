import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

/** No mall has more; the bounds keep a page finite. */
const SITES_MAX = 50;
const ZONES_MAX = 100;

export function listSiteRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('site')
    .select(['id', 'version', 'slug', 'name', 'address', 'open_from', 'open_until'])
    .where('mall_id', '=', mallId)
    .where('active', '=', true)
    .orderBy('place')
    .orderBy('slug')
    .limit(SITES_MAX)
    .execute();
}

export function listZoneRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('zone')
    .select(['id', 'version', 'slug', 'name', 'floor', 'site_id'])
    .where('mall_id', '=', mallId)
    .where('active', '=', true)
    .orderBy('floor')
    .orderBy('slug')
    .limit(ZONES_MAX)
    .execute();
}

/** The site, locked: whoever changes it, or puts a zone into it, follows whoever is at it. */
export function lockSite(tx: Tx, mallId: string, id: string) {
  return tx.db
    .selectFrom('site')
    .select(['id', 'version', 'slug', 'name', 'address', 'open_from', 'open_until'])
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .where('active', '=', true)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export function lockZone(tx: Tx, mallId: string, id: string) {
  return tx.db
    .selectFrom('zone')
    .select(['id', 'version', 'slug', 'name', 'floor', 'site_id'])
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .where('active', '=', true)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export interface SiteColumns {
  readonly name: string;
  readonly address: string;
  readonly open_from: string | null;
  readonly open_until: string | null;
}

/** Adds a site behind the others. */
export async function insertSite(
  tx: Tx,
  row: SiteColumns & { mall_id: string; id: string; slug: string },
): Promise<void> {
  await tx.db
    .insertInto('site')
    .values((eb) => ({
      ...row,
      place: eb
        .selectFrom('site')
        .select(sql<number>`coalesce(max(place), 0) + 1`.as('place'))
        .where('mall_id', '=', row.mall_id),
    }))
    .execute();
}

export async function insertZone(
  tx: Tx,
  row: { mall_id: string; id: string; site_id: string; slug: string; name: string; floor: number },
): Promise<void> {
  await tx.db.insertInto('zone').values(row).execute();
}

export async function updateSite(
  tx: Tx,
  mallId: string,
  id: string,
  change: SiteColumns | { active: false },
): Promise<void> {
  await tx.db
    .updateTable('site')
    .set({ ...change, version: sql`version + 1` })
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .execute();
}

export async function updateZone(
  tx: Tx,
  mallId: string,
  id: string,
  change: { name: string; floor: number; site_id: string } | { active: false },
): Promise<void> {
  await tx.db
    .updateTable('zone')
    .set({ ...change, version: sql`version + 1` })
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .execute();
}
