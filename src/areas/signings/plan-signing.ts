import { listAgreements } from '#areas/agreements/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { SigningValues } from './contract.ts';
import {
  deleteSigning,
  insertSigning,
  listEntryIds,
  lockSigningRow,
  putOrder,
  updateSigning,
  type SigningRow,
} from './store.ts';

/** The signing day that a command is about, and the version of it that was read. */
export interface Seen {
  readonly signingId: string;
  readonly version: number;
}

export async function planSigning(
  tx: Tx,
  { mallId }: StaffActor,
  values: SigningValues,
): Promise<{ signingId: string }> {
  const id = newId();
  await insertSigning(tx, mallId, id, values);
  record(tx, { id, title: values.title });
  return { signingId: id };
}

/** Refusals: those of `holdSigning`. */
export async function saveSigning(
  tx: Tx,
  staff: StaffActor,
  { signingId, version, ...values }: SigningValues & Seen,
): Promise<{ version: number }> {
  const row = await holdSigning(tx, staff, { signingId, version });
  record(tx, { id: row.id, title: values.title });
  return updateSigning(tx, row, values);
}

/** Refusals: those of `holdSigning`. */
export async function removeSigning(tx: Tx, staff: StaffActor, seen: Seen): Promise<{ removed: true }> {
  const row = await holdSigning(tx, staff, seen);
  await deleteSigning(tx, row);
  record(tx, row);
  return { removed: true };
}

/** Refusals: those of `holdSigning`, AGREEMENT_UNKNOWN, IN_CEREMONY for one that stands in another. */
export async function addToSigning(
  tx: Tx,
  staff: StaffActor,
  { agreementIds, ...seen }: Seen & { readonly agreementIds: readonly string[] },
): Promise<{ version: number }> {
  const row = await holdSigning(tx, staff, seen);
  const known = new Set((await listAgreements(tx, staff)).map(({ id }) => id));
  if (agreementIds.some((id) => !known.has(id))) refused(refuse('AGREEMENT_UNKNOWN'));
  const order = [...new Set([...(await listEntryIds(tx, row)), ...agreementIds])];
  await refuseBroken(putOrder(tx, row, order), (constraint) =>
    constraint === 'signing_entry_pkey' ? refuse('IN_CEREMONY') : undefined,
  );
  record(tx, row);
  return updateSigning(tx, row);
}

/** Refusals: those of `holdSigning`, AGREEMENT_UNKNOWN for one that is not in it. */
export async function takeFromSigning(
  tx: Tx,
  staff: StaffActor,
  { agreementId, ...seen }: Seen & { readonly agreementId: string },
): Promise<{ version: number }> {
  const row = await holdSigning(tx, staff, seen);
  const order = await listEntryIds(tx, row);
  if (!order.includes(agreementId)) refused(refuse('AGREEMENT_UNKNOWN'));
  await putOrder(
    tx,
    row,
    order.filter((id) => id !== agreementId),
  );
  record(tx, row);
  return updateSigning(tx, row);
}

/** One place up or down; the first stays the first. Refusals: those of `takeFromSigning`. */
export async function moveInSigning(
  tx: Tx,
  staff: StaffActor,
  { agreementId, by, ...seen }: Seen & { readonly agreementId: string; readonly by: -1 | 1 },
): Promise<{ version: number }> {
  const row = await holdSigning(tx, staff, seen);
  const order = await listEntryIds(tx, row);
  const at = order.indexOf(agreementId);
  if (at === -1) refused(refuse('AGREEMENT_UNKNOWN'));
  const rest = order.filter((id) => id !== agreementId);
  const to = Math.min(rest.length, Math.max(0, at + by));
  await putOrder(tx, row, rest.toSpliced(to, 0, agreementId));
  record(tx, row);
  return updateSigning(tx, row);
}

/** The signing day, held for a change. Refusals: SIGNING_UNKNOWN, CHANGED_MEANWHILE. */
export async function holdSigning(
  tx: Tx,
  { mallId }: StaffActor,
  { signingId, version }: Seen,
): Promise<SigningRow> {
  const row = (await lockSigningRow(tx, mallId, signingId)) ?? refused(refuse('SIGNING_UNKNOWN'));
  return row.version === version ? row : refused(refuse('CHANGED_MEANWHILE'));
}

function record(tx: Tx, { id, title }: { readonly id: string; readonly title: string }): void {
  tx.record({ subjectKind: 'signing', subjectId: id, facts: { name: title } });
}
