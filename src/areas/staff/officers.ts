import { listAgencyNames } from '#areas/agencies/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Role, StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import { endSessions } from './access/account-store.ts';
import type { Officer } from './contract.ts';
import { freeCounter } from './counters.ts';
import {
  deleteLink,
  findOfficerRow,
  listOfficerRows,
  lockAdministrators,
  updateOfficer,
  type OfficerRow,
} from './officer-store.ts';
import { accessOf, judgeChange, judgeRole } from './rules/officers.ts';
import { missingPart, type SignInPart } from './rules/sign-in-parts.ts';

/** Staff as their managers see them; an agency head sees the own agency. */
export async function listOfficers(tx: Tx, actor: StaffActor, search = ''): Promise<Officer[]> {
  const agencyId = actor.role === 'agency-head' ? actor.agencyId : null;
  const rows = await listOfficerRows(tx, actor.mallId, { agencyId, search });
  return rows.map((row) => toOfficer(row, tx));
}

export function toOfficer(row: OfficerRow, tx: Tx): Officer {
  const linkExpiresAt = row.link_expires_at?.getTime() ?? null;
  return {
    id: row.id,
    name: row.name,
    email: row.email ?? '',
    role: row.role as Role,
    agency: row.agency_id === null ? null : { id: row.agency_id, shortName: row.agency_short_name ?? '' },
    access: accessOf({ active: row.active, ready: row.ready, linkExpiresAt }, tx.now.getTime()),
    linkExpiresAt: row.link_expires_at?.toISOString() ?? null,
    own: row.id === tx.actor.id,
  };
}

/** Refusals: OFFICER_UNKNOWN (also one of another mall). */
export async function getOfficerRow(tx: Tx, actor: StaffActor, officerId: string): Promise<OfficerRow> {
  return (await findOfficerRow(tx, actor.mallId, officerId)) ?? refused(refuse('OFFICER_UNKNOWN'));
}

/** Somebody whose role, place or access is about to change, read after whoever else was changing staff. */
export async function lockOfficer(
  tx: Tx,
  actor: StaffActor,
  officerId: string,
  staysAdministrator: (row: OfficerRow) => boolean,
): Promise<OfficerRow> {
  const administrators = await lockAdministrators(tx, actor.mallId);
  const row = await getOfficerRow(tx, actor, officerId);
  const refusal = judgeChange(actor.id, row, staysAdministrator(row), administrators);
  return refusal === undefined ? row : refused(refusal);
}

/** Name of the agency for whom somebody of this role works. Refusals: ROLE_AGENCY, AGENCY_UNKNOWN. */
export async function checkPlace(
  tx: Tx,
  actor: StaffActor,
  { role, agencyId }: { role: Role; agencyId: string | null },
): Promise<string | undefined> {
  const refusal = judgeRole(role, agencyId);
  if (refusal !== undefined) refused(refusal);
  if (agencyId === null) return undefined;
  const agencies = await listAgencyNames(tx, actor.mallId);
  const agency = agencies.find(({ id }) => id === agencyId) ?? refused(refuse('AGENCY_UNKNOWN'));
  return agency.shortName;
}

export interface OfficerChange {
  readonly officerId: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: string | null;
}

/**
 * Gives somebody another name, role or agency, from their next click on. A seat at a counter of the old agency is freed.
 * Refusals: OFFICER_UNKNOWN, OWN_ACCOUNT, LAST_ADMINISTRATOR, ROLE_AGENCY, AGENCY_UNKNOWN.
 */
export async function changeOfficer(tx: Tx, actor: StaffActor, change: OfficerChange) {
  const { officerId, name, role, agencyId } = change;
  const agency = await checkPlace(tx, actor, change);
  const row = await lockOfficer(tx, actor, officerId, () => role === 'administrator');
  if (row.agency_id !== agencyId) await freeCounter(tx, actor.mallId, row);
  await updateOfficer(tx, actor.mallId, officerId, { name, role, agency_id: agencyId });
  recordOfficer(tx, { id: officerId, agencyId, name, role, agency });
  return { officerId };
}

/**
 * Lets somebody in no longer: sessions and links end, a seat at a counter is freed. Their deeds stay on the trail.
 * Refusals: OFFICER_UNKNOWN, OWN_ACCOUNT, LAST_ADMINISTRATOR.
 */
export async function deactivateOfficer(tx: Tx, actor: StaffActor, officerId: string) {
  const row = await lockOfficer(tx, actor, officerId, () => false);
  if (!row.active) return { officerId };
  await freeCounter(tx, actor.mallId, row);
  await updateOfficer(tx, actor.mallId, officerId, { active: false });
  await deleteLink(tx, actor.mallId, officerId);
  await endSessions(tx, row.account_id);
  recordRow(tx, row);
  return { officerId };
}

/** Lets somebody in again, with the password and authenticator they had. Refusals: OFFICER_UNKNOWN, AGENCY_UNKNOWN. */
export async function reactivateOfficer(tx: Tx, actor: StaffActor, officerId: string) {
  await lockAdministrators(tx, actor.mallId);
  const row = await getOfficerRow(tx, actor, officerId);
  if (row.active) return { officerId };
  await checkPlace(tx, actor, { role: row.role as Role, agencyId: row.agency_id });
  await updateOfficer(tx, actor.mallId, officerId, { active: true });
  recordRow(tx, row);
  return { officerId };
}

/** Leaves a line that tells of somebody by name, also to the head of their agency. */
export function recordOfficer(
  tx: Tx,
  officer: { id: string; agencyId: string | null; name: string; role: string; agency: string | undefined },
  besides: Readonly<Record<string, string>> = {},
): void {
  const { id, agencyId, name, role, agency } = officer;
  const facts = { name, role, ...(agency === undefined ? {} : { agency }), ...besides };
  tx.record({ subjectKind: 'officer', subjectId: id, agencyId, facts });
}

export function recordRow(tx: Tx, row: OfficerRow, besides?: Readonly<Record<string, string>>): void {
  const agency = row.agency_short_name ?? undefined;
  const { id, agency_id: agencyId, name, role } = row;
  recordOfficer(tx, { id, agencyId, name, role, agency }, besides);
}

/** What somebody needs before they can sign in; undefined where nothing is missing. */
export function missingOf(row: OfficerRow): SignInPart | undefined {
  return missingPart({ password: row.has_password, authenticator: row.has_authenticator });
}
