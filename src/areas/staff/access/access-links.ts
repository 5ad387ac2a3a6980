import { refused, type CallContext } from '#platform/contract/procedure.ts';
import type { Role, StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import { clearCredentials, deleteUser } from './account-store.ts';
import { openAccount } from './accounts.ts';
import type { OfficerDetail } from '../contract.ts';
import { freeCounter } from '../counters.ts';
import {
  checkPlace,
  getOfficerRow,
  lockOfficer,
  missingOf,
  recordOfficer,
  recordRow,
  toOfficer,
} from '../officers.ts';
import { deleteLink, deleteOfficer, lockStaff, replaceLink, type OfficerRow } from '../officer-store.ts';
import type { SignInPart } from '../rules/sign-in-parts.ts';
import { insertStaffRows } from '../store.ts';

const LINK_DAYS = 7;
const DAY_MS = 86_400_000;

/** One officer with the link that waits for them, for an administrator to hand over. Refusals: OFFICER_UNKNOWN. */
export async function getOfficer(
  tx: Tx,
  { tokens, publicUrl }: Pick<CallContext, 'tokens' | 'publicUrl'>,
  officerId: string,
  actor: StaffActor,
): Promise<OfficerDetail> {
  const row = await getOfficerRow(tx, actor, officerId);
  const officer = toOfficer(row, tx);
  const open = officer.access === 'invited' && row.link_id !== null;
  return {
    ...officer,
    purpose: (row.link_purpose ?? null) as OfficerDetail['purpose'],
    missing: missingOf(row) ?? null,
    linkToken: open ? tokens.sign('staff-link', row.link_id!) : null,
    publicUrl,
  };
}

export interface NewOfficer {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly agencyId: string | null;
}

/**
 * Adds somebody to the staff, with a one-time link by which they set password and authenticator themselves.
 * Refusals: EMAIL_TAKEN, ROLE_AGENCY, AGENCY_UNKNOWN.
 */
export async function inviteOfficer(tx: Tx, actor: StaffActor, officer: NewOfficer) {
  const { name, role, agencyId } = officer;
  const agency = await checkPlace(tx, actor, officer);
  const accountId = (await openAccount(tx, officer)) ?? refused(refuse('EMAIL_TAKEN'));
  const id = newId();
  const { mallId } = actor;
  await insertStaffRows(tx, [{ mallId, id, accountId, name, role, agencyId, simulated: false }]);
  await makeLink(tx, mallId, id, 'invitation');
  recordOfficer(tx, { id, agencyId, name, role, agency });
  return { officerId: id };
}

/**
 * Makes a new link, which sets what is missing; the old one is void. What was lost ends at once with all sessions, since
 * it is gone or in wrong hands; the part that was kept is asked for when the link is used. Who says later that the other
 * part is lost too gets a link for both.
 * Refusals: OFFICER_UNKNOWN, OFFICER_INACTIVE, OWN_ACCOUNT, LAST_ADMINISTRATOR.
 */
export async function renewAccess(
  tx: Tx,
  actor: StaffActor,
  { officerId, lost }: { officerId: string; lost: SignInPart },
) {
  const row = await lockOfficer(tx, actor, officerId, ({ ready }) => !ready);
  if (!row.active) refused(refuse('OFFICER_INACTIVE', { name: row.name }));
  if (row.ready) await freeCounter(tx, actor.mallId, row);
  await clearCredentials(tx, row.account_id, lost);
  const purpose = purposeOf(row);
  await makeLink(tx, actor.mallId, officerId, purpose);
  recordRow(tx, row, purpose === 'reset' ? { lost } : {});
  return { officerId };
}

function purposeOf({ ready, link_purpose: purpose }: OfficerRow): 'invitation' | 'reset' {
  return !ready && purpose === 'invitation' ? 'invitation' : 'reset';
}

async function makeLink(
  tx: Tx,
  mallId: string,
  staffId: string,
  purpose: 'invitation' | 'reset',
): Promise<void> {
  const expiresAt = new Date(tx.now.getTime() + LINK_DAYS * DAY_MS);
  await replaceLink(tx, { mallId, staffId, id: newId(), purpose, expiresAt });
}

/**
 * Takes a link back. Somebody who was invited and never came leaves the staff with it, and the address is free again.
 * Refusals: OFFICER_UNKNOWN.
 */
export async function withdrawLink(tx: Tx, actor: StaffActor, officerId: string) {
  await lockStaff(tx, actor.mallId);
  const row = await getOfficerRow(tx, actor, officerId);
  if (row.link_id === null) return { removed: false };
  const removed = row.link_purpose === 'invitation';
  await deleteLink(tx, actor.mallId, officerId);
  if (removed) {
    await deleteOfficer(tx, actor.mallId, officerId);
    await deleteUser(tx, row.account_id);
  }
  recordRow(tx, row);
  return { removed };
}
