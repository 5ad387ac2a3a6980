import { refused, type CallContext } from '#platform/contract/procedure.ts';
import type { Role, StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import { refuse } from '#platform/values/refusal.ts';
import { clearCredentials, deleteUser } from './account-store.ts';
import {
  authenticatorSecretOf,
  giveCredentials,
  isCodeOf,
  openAccount,
  showAuthenticator,
} from './accounts.ts';
import type { Invitation, OfficerDetail } from './contract.ts';
import { freeCounter } from './counters.ts';
import { checkPlace, getOfficerRow, lockOfficer, recordOfficer, recordRow, toOfficer } from './officers.ts';
import {
  deleteLink,
  deleteOfficer,
  findLinkHolder,
  lockStaff,
  replaceLink,
  spendLink,
  type LinkHolderRow,
  type OfficerRow,
} from './officer-store.ts';
import { insertStaffRows } from './store.ts';

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
 * Makes a new link. Whoever has not been in yet gets it in the place of the old one; of whoever has, password,
 * authenticator and sessions end at once, since what is reset is lost or in wrong hands.
 * Refusals: OFFICER_UNKNOWN, OFFICER_INACTIVE, OWN_ACCOUNT, LAST_ADMINISTRATOR.
 */
export async function renewAccess(tx: Tx, actor: StaffActor, officerId: string) {
  const row = await lockOfficer(tx, actor, officerId, ({ ready }) => !ready);
  if (!row.active) refused(refuse('OFFICER_INACTIVE', { name: row.name }));
  if (row.ready) {
    await freeCounter(tx, actor.mallId, row);
    await clearCredentials(tx, row.account_id);
  }
  await makeLink(tx, actor.mallId, officerId, purposeOf(row));
  recordRow(tx, row);
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

/** What the holder of a link is shown. Refusals: LINK_UNKNOWN, LINK_USED, LINK_EXPIRED. */
export async function getInvitation(tx: Tx, tokens: SignedTokens, token: string): Promise<Invitation> {
  const { linkId, holder } = await readLink(tx, tokens, token);
  return {
    name: holder.name,
    email: holder.email,
    role: holder.role as Role,
    agencyShortName: holder.agency_short_name,
    mallShortName: holder.mall_short_name,
    expiresAt: holder.expires_at.toISOString(),
    authenticator: showAuthenticator(authenticatorSecretOf(tokens, linkId), holder.email),
  };
}

/**
 * Uses a link up: from now on its holder signs in with this password and the authenticator that the link has shown.
 * Refusals: LINK_UNKNOWN, LINK_USED (also for the slower of two), LINK_EXPIRED, CODE_WRONG.
 */
export async function acceptInvitation(
  tx: Tx,
  { tokens, accountSecrets }: Pick<CallContext, 'tokens' | 'accountSecrets'>,
  input: { token: string; password: string; code: string },
) {
  const { linkId, holder } = await readLink(tx, tokens, input.token);
  const authenticatorSecret = authenticatorSecretOf(tokens, linkId);
  if (!(await isCodeOf(authenticatorSecret, input.code))) refused(refuse('CODE_WRONG'));
  // An administrator may be renewing or withdrawing this very link: whoever is first is right.
  await lockStaff(tx, holder.mall_id);
  if (!(await spendLink(tx, linkId))) refused(refuse('LINK_USED'));
  const passwordHash = await accountSecrets.hashPassword(input.password);
  const credentials = { passwordHash, authenticatorSecret };
  const recoveryCodes = await giveCredentials(tx, accountSecrets, holder.account_id, credentials);
  tx.record({
    mallId: holder.mall_id,
    subjectKind: 'officer',
    subjectId: holder.staff_id,
    facts: { name: holder.name, role: holder.role },
  });
  return { recoveryCodes };
}

async function readLink(
  tx: Tx,
  tokens: SignedTokens,
  token: string,
): Promise<{ linkId: string; holder: LinkHolderRow }> {
  const linkId = tokens.read('staff-link', token) ?? refused(refuse('LINK_UNKNOWN'));
  const holder = (await findLinkHolder(tx, linkId)) ?? refused(refuse('LINK_UNKNOWN'));
  if (holder.used_at !== null) refused(refuse('LINK_USED'));
  if (holder.expires_at <= tx.now) refused(refuse('LINK_EXPIRED'));
  return { linkId, holder };
}
