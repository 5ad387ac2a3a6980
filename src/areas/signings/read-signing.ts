import { getAgreement, listAgreements } from '#areas/agreements/public.ts';
import type { Agreement } from '#areas/agreements/contract.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { SigningDay, SigningEntry, SigningLine } from './contract.ts';
import { findLacks, isReady } from './rules/readiness.ts';
import { findSigningRow, listEntryIds, listSigningRows, listTakenIds, type SigningRow } from './store.ts';

export async function listSignings(tx: Tx, { mallId }: StaffActor): Promise<SigningLine[]> {
  const rows = await listSigningRows(tx, mallId);
  return rows.map(({ entries, signed, ...row }) => ({
    ...row,
    entries: Number(entries),
    signed: Number(signed),
  }));
}

/** Refusals: SIGNING_UNKNOWN. */
export async function getSigning(tx: Tx, staff: StaffActor, signingId: string): Promise<SigningDay> {
  const row = await findRow(tx, staff, signingId);
  const entries = (await listToBeSigned(tx, staff, row)).map(toEntry);
  const taken = await listTakenIds(tx, staff.mallId);
  const others = (await listAgreements(tx, staff))
    .filter(({ id, signedOn }) => signedOn === null && !taken.has(id))
    .map(({ id, title, standing }) => ({ id, title, standing }));
  const { id, version, title, day, place } = row;
  const today = dayAt(tx.now.getTime(), staff.timeZone);
  return { id, version, title, day, place, today, entries, others };
}

/** Refusals: SIGNING_UNKNOWN. */
export async function findRow(tx: Tx, { mallId }: StaffActor, signingId: string): Promise<SigningRow> {
  return (await findSigningRow(tx, mallId, signingId)) ?? refused(refuse('SIGNING_UNKNOWN'));
}

/** The agreements of a day whole, in its order. */
export async function listToBeSigned(tx: Tx, staff: StaffActor, row: SigningRow): Promise<Agreement[]> {
  const agreements: Agreement[] = [];
  for (const id of await listEntryIds(tx, row)) agreements.push(await getAgreement(tx, staff, id));
  return agreements;
}

export function toEntry(agreement: Agreement): SigningEntry {
  const { id, title, state, parties, promises, papers } = agreement;
  const lacks = findLacks({
    ...{ state, parties },
    promising: promises.filter(({ hours }) => hours.length > 0).map(({ agency }) => agency.id),
    scanned: papers.some(({ kind }) => kind === 'signed'),
  });
  return {
    ...{ agreementId: id, title, state, lacks, ready: isReady(state, lacks) },
    parties: parties.map(({ name, signatory, number }) => ({ name, signatory, number })),
  };
}
