import type { Selectable } from 'kysely';
import { findAgencyName, listAllAgencyNames, type AgencyName } from '#areas/agencies/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Service as ServiceRow } from '#platform/database/row-types.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { listChanges } from '#platform/values/changes.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';
import type { KeptService, ServiceValues } from './contract.ts';
import { toService } from './public.ts';
import { toSheet } from './rules/service-sheet.ts';
import {
  deleteServiceRow,
  findNamesakes,
  insertServices,
  listKeptRows,
  lockServiceRow,
  SERVICES_OF_MALL_MAX,
  updateServiceRow,
} from './store.ts';

/** All services of the mall, or of one agency, by code. */
export async function listKeptServices(
  tx: Tx,
  { mallId }: StaffActor,
  choice: { agencyId?: string | undefined; limit?: number },
): Promise<KeptService[]> {
  const agencies = new Map((await listAllAgencyNames(tx, mallId)).map((agency) => [agency.id, agency]));
  const rows = await listKeptRows(tx, mallId, choice);
  return rows.map((row) => toKept(row, agencies.get(row.agency_id)!));
}

/** Every service of the mall, however many: what a file is compared with. */
export function listServicesForImport(tx: Tx, staff: StaffActor): Promise<KeptService[]> {
  return listKeptServices(tx, staff, { limit: SERVICES_OF_MALL_MAX });
}

/** Refusals: SERVICE_UNKNOWN. */
export async function getKeptService(
  tx: Tx,
  { mallId }: StaffActor,
  serviceId: string,
): Promise<KeptService> {
  const [row] = await listKeptRows(tx, mallId, { serviceId });
  if (row === undefined) return refused(refuse('SERVICE_UNKNOWN'));
  return toKept(row, (await findAgencyName(tx, mallId, row.agency_id))!);
}

/** Refusals: AGENCY_UNKNOWN, CODE_TAKEN, SLUG_TAKEN. */
export async function addService(
  tx: Tx,
  staff: StaffActor,
  { agencyId, ...values }: ServiceValues & { agencyId: string },
): Promise<{ serviceId: string }> {
  const agency = (await findAgencyName(tx, staff.mallId, agencyId)) ?? refused(refuse('AGENCY_UNKNOWN'));
  await refuseTaken(tx, staff.mallId, null, values);
  const [serviceId] = await openServices(tx, staff, [{ agency, values }]);
  return { serviceId: serviceId! };
}

/** A statement takes so many values at most. */
const ROWS_AT_ONCE = 500;

/** Adds services whose codes and addresses nobody has: the caller has looked. Refusals: CODE_TAKEN, SLUG_TAKEN. */
export async function openServices(
  tx: Tx,
  { mallId }: StaffActor,
  services: readonly { readonly agency: AgencyName; readonly values: ServiceValues }[],
): Promise<string[]> {
  const rows = services.map(({ agency, values }) => ({
    mall_id: mallId,
    id: newId(),
    agency_id: agency.id,
    ...columnsOf(values),
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await refuseBroken(insertServices(tx, rows.slice(from, from + ROWS_AT_ONCE)), sayTaken);
  services.forEach(({ agency, values }, place) =>
    tx.record({
      subjectKind: 'service',
      subjectId: rows[place]!.id,
      agencyId: agency.id,
      facts: { serviceCode: values.code, name: values.name, agency: agency.shortName },
    }),
  );
  for (const agencyId of new Set(rows.map((row) => row.agency_id))) tellMall(tx, mallId, agencyId);
  return rows.map(({ id }) => id);
}

/**
 * Writes a service down as it is given. Nothing is changed and nothing recorded where it says what is there already.
 * Refusals: SERVICE_UNKNOWN, CHANGED_MEANWHILE, CODE_TAKEN, SLUG_TAKEN, PEOPLE_STILL_WAIT (`waiting`).
 */
export async function saveService(
  tx: Tx,
  { mallId }: StaffActor,
  { serviceId, version, ...values }: ServiceValues & { serviceId: string; version: number },
): Promise<{ version: number }> {
  const row = await lockService(tx, mallId, serviceId, version);
  const changes = listChanges(toSheet(sheetable(row)), toSheet(values));
  if (changes.length === 0) return { version };
  await refuseTaken(tx, mallId, serviceId, values);
  await refuseBroken(updateServiceRow(tx, mallId, serviceId, columnsOf(values)), (constraint, detail) =>
    constraint === 'people_still_wait'
      ? refuse('PEOPLE_STILL_WAIT', { name: values.name, waiting: Number(detail) })
      : sayTaken(constraint),
  );
  const facts = { serviceCode: values.code, name: values.name, changes };
  tx.record({ subjectKind: 'service', subjectId: serviceId, agencyId: row.agency_id, facts });
  tellMall(tx, mallId, row.agency_id);
  return { version: version + 1 };
}

/** Takes out what nobody ever asked for. Refusals: SERVICE_UNKNOWN, CHANGED_MEANWHILE, SERVICE_USED. */
export async function removeService(
  tx: Tx,
  { mallId }: StaffActor,
  { serviceId, version }: { serviceId: string; version: number },
): Promise<{ removed: true }> {
  const row = await lockService(tx, mallId, serviceId, version);
  // Stops and days of the quota ledger point at it by a foreign key.
  await refuseBroken(deleteServiceRow(tx, mallId, serviceId), () =>
    refuse('SERVICE_USED', { name: row.name }),
  );
  const facts = { serviceCode: row.code, name: row.name };
  tx.record({ subjectKind: 'service', subjectId: serviceId, agencyId: row.agency_id, facts });
  tellMall(tx, mallId, row.agency_id);
  return { removed: true };
}

async function lockService(tx: Tx, mallId: string, serviceId: string, version: number) {
  const row = (await lockServiceRow(tx, mallId, serviceId)) ?? refused(refuse('SERVICE_UNKNOWN'));
  return row.version === version ? row : refused(refuse('CHANGED_MEANWHILE'));
}

/** Code and address are each service's own in the mall, also those of services that were withdrawn. */
async function refuseTaken(
  tx: Tx,
  mallId: string,
  serviceId: string | null,
  { code, slug }: ServiceValues,
): Promise<void> {
  const others = (await findNamesakes(tx, mallId, { code, slug })).filter(({ id }) => id !== serviceId);
  const sameCode = others.find((other) => other.code === code);
  if (sameCode !== undefined) refused(refuse('CODE_TAKEN', { name: sameCode.name }));
  const sameSlug = others.find((other) => other.slug === slug);
  if (sameSlug !== undefined) refused(refuse('SLUG_TAKEN', { name: sameSlug.name }));
}

/** Somebody else took it between our look and our write. */
function sayTaken(constraint: string): Refusal | undefined {
  if (constraint === 'service_mall_id_code_key') return refuse('CODE_TAKEN');
  return constraint === 'service_mall_id_slug_key' ? refuse('SLUG_TAKEN') : undefined;
}

/** The columns of a service as it is written down; the contract has looked at fee and time. */
function columnsOf(values: ServiceValues) {
  return {
    code: values.code,
    slug: values.slug,
    name: values.name,
    name_en: values.nameEn,
    expected_minutes: values.expectedMinutes,
    fee: JSON.stringify(values.fee),
    promised_time: JSON.stringify(values.promisedTime),
    requirements: JSON.stringify(values.requirements),
    confidence: values.confidence,
    active: values.active,
  };
}

/** A row as the sheet takes it. */
function sheetable(row: Selectable<ServiceRow>) {
  return { ...toService(row, { slug: '', shortName: '' }), active: row.active };
}

function toKept(row: Selectable<ServiceRow>, agency: AgencyName): KeptService {
  const { version, active } = row;
  return { ...toService(row, agency), version, agencyId: row.agency_id, active };
}

function tellMall(tx: Tx, mallId: string, agencyId: string): void {
  tx.emit({
    mallId,
    kind: 'catalogue-changed',
    topics: [`mall:${mallId}`, `agency:${agencyId}`],
    payload: {},
  });
}
