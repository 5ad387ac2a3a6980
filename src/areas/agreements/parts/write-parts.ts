import { findAgencyName } from '#areas/agencies/public.ts';
import { refuseWrongHours } from '#areas/calendar/public.ts';
import { listServices } from '#areas/services/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { PartyValues, PromiseValues } from '../contract.ts';
import { holdAgreement, refusePromisedTwice, type Seen } from '../hold-agreement.ts';
import { deleteParty, deletePromise, listPartyRows, putParty, putPromise } from './parts-store.ts';
import { getParty, sayUsed } from '../numbers/number-party.ts';
import { PARTIES_MAX } from '../rules/signature.ts';
import { updateAgreement, type AgreementRow } from '../store.ts';

/**
 * Writes a party at its place; without one it becomes the last.
 * Refusals: those of `holdAgreement`, AGENCY_UNKNOWN, PARTY_UNKNOWN, PARTY_TWICE (`name`), PARTIES_MANY (`limit`).
 */
export async function saveParty(
  tx: Tx,
  staff: StaffActor,
  { agreementId, version, place, ...party }: PartyValues & Seen & { readonly place: number | null },
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, { agreementId, version }, 'write');
  const parties = await listPartyRows(tx, row);
  const at = place ?? (parties.at(-1)?.place ?? 0) + 1;
  if (at > PARTIES_MAX) refused(refuse('PARTIES_MANY', { limit: PARTIES_MAX }));
  if (place !== null) getParty(parties, place);
  if (party.agencyId !== null && (await findAgencyName(tx, row.mall_id, party.agencyId)) === undefined)
    refused(refuse('AGENCY_UNKNOWN'));
  const twin = parties.find((one) => one.agency_id === party.agencyId && one.place !== at);
  if (party.agencyId !== null && twin !== undefined) refused(refuse('PARTY_TWICE', { name: twin.name }));
  // A number stays with its party; written down for another name it may be one that this one has used.
  await refuseBroken(putParty(tx, row, at, party), sayUsed(parties.find((one) => one.place === at)?.number));
  return written(tx, row, { party: party.name });
}

/** Refusals: those of `holdAgreement`, PARTY_UNKNOWN. */
export async function removeParty(
  tx: Tx,
  staff: StaffActor,
  { place, ...seen }: Seen & { readonly place: number },
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, seen, 'write');
  const party = getParty(await listPartyRows(tx, row), place);
  await deleteParty(tx, row, place);
  return written(tx, row, { party: party.name });
}

/**
 * Writes what an agency promises in place of what stood there.
 * Refusals: those of `holdAgreement`, AGENCY_UNKNOWN, SERVICE_UNKNOWN, HOURS_WRONG, PROMISED_TWICE (`name`, `weekday`).
 */
export async function savePromise(
  tx: Tx,
  staff: StaffActor,
  { agreementId, version, agencyId, ...promise }: PromiseValues & Seen & { readonly agencyId: string },
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, { agreementId, version }, 'write');
  const agency = (await findAgencyName(tx, row.mall_id, agencyId)) ?? refused(refuse('AGENCY_UNKNOWN'));
  refuseWrongHours(promise.hours);
  const known = new Set((await listServices(tx, row.mall_id, { agency: agency.slug })).map(({ id }) => id));
  if (promise.services.some((id) => !known.has(id))) refused(refuse('SERVICE_UNKNOWN'));
  await putPromise(tx, row, agencyId, { ...promise, services: [...new Set(promise.services)] });
  await refusePromisedTwice(tx, row);
  return written(tx, row, { agency: agency.shortName });
}

/** Refusals: those of `holdAgreement`, AGENCY_UNKNOWN. */
export async function removePromise(
  tx: Tx,
  staff: StaffActor,
  { agencyId, ...seen }: Seen & { readonly agencyId: string },
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, seen, 'write');
  const agency = (await findAgencyName(tx, row.mall_id, agencyId)) ?? refused(refuse('AGENCY_UNKNOWN'));
  await deletePromise(tx, row, agencyId);
  return written(tx, row, { agency: agency.shortName });
}

function written(tx: Tx, row: AgreementRow, facts: Readonly<Record<string, string>>) {
  tx.record({ subjectKind: 'agreement', subjectId: row.id, facts: { name: row.title, ...facts } });
  return updateAgreement(tx, row);
}
