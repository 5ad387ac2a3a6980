import { implement } from '@orpc/server';
import { findAgencyName } from '#areas/agencies/public.ts';
import { getMallPlace } from '#areas/malls/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { operationDoor, refused, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import { remoteHelpContract } from './contract.ts';
import { checkSlots, type RemoteKind, type RemoteSlot } from './rules/remote-slot.ts';
import { listSlotRows, putSlots } from './store.ts';

const os = implement(remoteHelpContract).$context<CallContext>().use(operationDoor);

export const remoteHelpProcedures = os.router({
  listRemoteSlots: os.listRemoteSlots.handler(async ({ context: { tx }, input }) => {
    const rows = await listSlotRows(tx, (await getMallPlace(tx, input.mall)).id);
    return rows.map(({ agency_id: agencyId, kind, ...slot }) => ({
      ...slot,
      ...{ agencyId, kind: kind as RemoteKind },
    }));
  }),
  saveRemoteSlots: os.saveRemoteSlots.handler(({ context: { tx }, input }) =>
    saveRemoteSlots(tx, staffActor(tx), input),
  ),
});

/** Refusals: AGENCY_UNKNOWN, OTHER_AGENCY to the head of another, SLOT_HOURS, SLOT_CONTACT (`item`). */
async function saveRemoteSlots(
  tx: Tx,
  { mallId, agencyId: ownAgencyId }: StaffActor,
  { agencyId, slots }: { readonly agencyId: string; readonly slots: readonly RemoteSlot[] },
): Promise<{ agencyId: string }> {
  const agency = (await findAgencyName(tx, mallId, agencyId)) ?? refused(refuse('AGENCY_UNKNOWN'));
  if (ownAgencyId !== null && ownAgencyId !== agencyId) refused(refuse('OTHER_AGENCY'));
  const no = checkSlots(slots);
  if (no !== undefined) refused(no);
  await putSlots(tx, mallId, agencyId, slots);
  tx.record({
    subjectKind: 'agency',
    subjectId: agencyId,
    agencyId,
    facts: { name: agency.shortName, count: slots.length },
  });
  return { agencyId };
}
