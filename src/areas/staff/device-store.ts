import type { Tx } from '#platform/database/transaction.ts';
import type { DeviceKind } from '#platform/contract/access.ts';

export interface NewPairing {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly code: string | null;
  readonly expiresAt: Date;
}

/** False when the code is in use by another pairing: the caller draws another. */
export async function insertPairing(tx: Tx, pairing: NewPairing): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('device_pairing')
    .values({ id: pairing.id, kind: pairing.kind, code: pairing.code, expires_at: pairing.expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

export async function deleteExpiredPairings(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('device_pairing').where('expires_at', '<', tx.now).execute();
}

/** Locked, so that a pairing is confirmed once and claimed once. */
export async function lockPairing(tx: Tx, by: { id: string } | { code: string }) {
  let query = tx.db.selectFrom('device_pairing').selectAll().forUpdate();
  query = 'id' in by ? query.where('id', '=', by.id) : query.where('code', '=', by.code);
  return query.executeTakeFirst();
}

export async function confirmPairingRow(
  tx: Tx,
  confirmed: { id: string; mallId: string; zoneId: string; name: string; by: string },
): Promise<void> {
  await tx.db
    .updateTable('device_pairing')
    .set({
      mall_id: confirmed.mallId,
      zone_id: confirmed.zoneId,
      name: confirmed.name,
      confirmed_by: confirmed.by,
      code: null,
    })
    .where('id', '=', confirmed.id)
    .execute();
}

export async function markPairingClaimed(tx: Tx, id: string): Promise<void> {
  await tx.db.updateTable('device_pairing').set({ claimed_at: tx.now }).where('id', '=', id).execute();
}

export async function insertDevice(
  tx: Tx,
  device: { mallId: string; id: string; kind: DeviceKind; name: string; zoneId: string },
): Promise<void> {
  await tx.db
    .insertInto('device')
    .values({
      mall_id: device.mallId,
      id: device.id,
      kind: device.kind,
      name: device.name,
      zone_id: device.zoneId,
      paired_at: tx.now,
    })
    .execute();
}

export async function listDeviceRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('device')
    .innerJoin('zone', (join) =>
      join.onRef('zone.mall_id', '=', 'device.mall_id').onRef('zone.id', '=', 'device.zone_id'),
    )
    .select([
      'device.id',
      'device.kind',
      'device.name',
      'zone.name as zone_name',
      'zone.id as zone_id',
      'device.paired_at',
      'device.revoked_at',
      'device.help_asked_at',
    ])
    .where('device.mall_id', '=', mallId)
    .where('device.simulated', '=', false)
    .orderBy('device.paired_at', 'desc')
    .limit(200)
    .execute();
}

export async function revokeDeviceRow(tx: Tx, mallId: string, id: string): Promise<boolean> {
  const updated = await tx.db
    .updateTable('device')
    .set({ revoked_at: tx.now })
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

export async function zoneExists(tx: Tx, mallId: string, zoneId: string): Promise<boolean> {
  const zone = await tx.db
    .selectFrom('zone')
    .select('id')
    .where('mall_id', '=', mallId)
    .where('id', '=', zoneId)
    .where('active', '=', true)
    .executeTakeFirst();
  return zone !== undefined;
}

export async function setHelpAsked(tx: Tx, mallId: string, id: string, askedAt: Date | null): Promise<void> {
  await tx.db
    .updateTable('device')
    .set({ help_asked_at: askedAt })
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .execute();
}
