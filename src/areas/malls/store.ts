import type { Tx } from '#platform/database/transaction.ts';

/** With neither id nor slug: the mall, if there is exactly one. */
export async function findMallRow(tx: Tx, choice: { id: string | null; slug: string | undefined }) {
  let query = tx.db.selectFrom('mall').selectAll().limit(2);
  if (choice.id !== null) query = query.where('id', '=', choice.id);
  if (choice.slug !== undefined) query = query.where('slug', '=', choice.slug);
  const rows = await query.execute();
  return rows.length === 1 ? rows[0] : undefined;
}

/** The first is the mall's address. */
export async function listSites(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('site')
    .select(['name', 'address'])
    .where('mall_id', '=', mallId)
    .where('active', '=', true)
    .orderBy('place')
    .orderBy('slug')
    .limit(50)
    .execute();
}

export async function listZones(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('zone')
    .select(['id', 'slug', 'name', 'floor'])
    .where('mall_id', '=', mallId)
    .where('active', '=', true)
    .orderBy('slug')
    .limit(100)
    .execute();
}

export interface NewMallRows {
  readonly mall: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly short_name: string;
    readonly regency: string;
    readonly time_zone: string;
    readonly launched_on: string | null;
    readonly sample_data: boolean;
  };
  readonly sites: readonly {
    readonly mall_id: string;
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly address: string;
    readonly place: number;
  }[];
  readonly zones: readonly {
    readonly mall_id: string;
    readonly id: string;
    readonly site_id: string;
    readonly slug: string;
    readonly name: string;
    readonly floor: number;
  }[];
}

/** False when the slug is already taken: two starting programs set up a mall once. */
export async function insertMall(tx: Tx, { mall, sites, zones }: NewMallRows): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('mall')
    .values(mall)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  if (sites.length > 0) await tx.db.insertInto('site').values(sites).execute();
  if (zones.length > 0) await tx.db.insertInto('zone').values(zones).execute();
  return true;
}

export async function listMallRows(tx: Tx) {
  return tx.db.selectFrom('mall').select(['id', 'slug', 'time_zone']).orderBy('slug').limit(1000).execute();
}

/** The mall's row with what is kept in the browser, locked where it is about to be changed. */
export function findKeptMallRow(tx: Tx, mallId: string, lock?: 'locked') {
  const row = tx.db
    .selectFrom('mall')
    .select(['id', 'version', 'name', 'short_name', 'regency', 'launched_on'])
    .select(['recalls_max', 'no_show_minutes', 'silent_minutes'])
    .where('id', '=', mallId);
  return (lock === undefined ? row : row.forNoKeyUpdate()).executeTakeFirstOrThrow();
}

/** Writes the mall's row, one version on. */
export async function updateMall(
  tx: Tx,
  mallId: string,
  values: {
    readonly name: string;
    readonly short_name: string;
    readonly regency: string;
    readonly launched_on: string | null;
    readonly recalls_max: number;
    readonly no_show_minutes: number;
    readonly silent_minutes: number;
  },
): Promise<void> {
  await tx.db
    .updateTable('mall')
    .set((row) => ({ ...values, version: row('version', '+', 1) }))
    .where('id', '=', mallId)
    .execute();
}
