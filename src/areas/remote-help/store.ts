import type { Tx } from '#platform/database/transaction.ts';
import type { RemoteSlot } from './rules/remote-slot.ts';

const SLOTS_SHOWN_MAX = 1000;

export function listSlotRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('remote_slot')
    .select(['agency_id', 'weekday', 'opens', 'closes', 'kind', 'contact'])
    .where('mall_id', '=', mallId)
    .orderBy('agency_id')
    .orderBy('weekday')
    .orderBy('opens')
    .limit(SLOTS_SHOWN_MAX)
    .execute();
}

/** Writes an agency's slots in place of what stood there. */
export async function putSlots(
  tx: Tx,
  mallId: string,
  agencyId: string,
  slots: readonly RemoteSlot[],
): Promise<void> {
  await tx.db
    .deleteFrom('remote_slot')
    .where('mall_id', '=', mallId)
    .where('agency_id', '=', agencyId)
    .execute();
  if (slots.length === 0) return;
  await tx.db
    .insertInto('remote_slot')
    .values(
      slots.map(({ weekday, opens, closes, kind, contact }) => ({
        ...{ mall_id: mallId, agency_id: agencyId, weekday, opens, closes, kind, contact },
      })),
    )
    .execute();
}
