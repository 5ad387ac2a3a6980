import type { Tx } from '#platform/database/transaction.ts';

/** The new link takes the place of the last one, which is void from now on. */
export async function replaceSetUpLink(tx: Tx, link: { id: string; expiresAt: Date }): Promise<void> {
  const row = { id: link.id, expires_at: link.expiresAt, used_at: null };
  await tx.db
    .insertInto('set_up_link')
    .values(row)
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(row))
    .execute();
}

export async function findSetUpLink(tx: Tx, id: string) {
  return tx.db
    .selectFrom('set_up_link')
    .select(['expires_at', 'used_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Locked, so that of two who set up at once the second waits and finds the link used. */
export async function lockSetUpLink(tx: Tx, id: string) {
  return tx.db
    .selectFrom('set_up_link')
    .select(['expires_at', 'used_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function markSetUpLinkUsed(tx: Tx, id: string): Promise<void> {
  await tx.db.updateTable('set_up_link').set({ used_at: tx.now }).where('id', '=', id).execute();
}

/** The first number that a person took here; simulated visitors do not count. */
export async function findFirstNumber(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('stop')
    .select(['series', 'number', 'created_at'])
    .where('mall_id', '=', mallId)
    .where('simulated', '=', false)
    .orderBy('service_day')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
}

export async function countPlaces(tx: Tx, mallId: string): Promise<{ sites: number; zones: number }> {
  const sites = await tx.db
    .selectFrom('site')
    .select('id')
    .where('mall_id', '=', mallId)
    .where('active', '=', true)
    .limit(100)
    .execute();
  const zones = await tx.db
    .selectFrom('zone')
    .select('id')
    .where('mall_id', '=', mallId)
    .where('active', '=', true)
    .limit(100)
    .execute();
  return { sites: sites.length, zones: zones.length };
}
