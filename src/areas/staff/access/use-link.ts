import { refused, type CallContext } from '#platform/contract/procedure.ts';
import type { Role } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Invitation, LinkUse } from '../contract.ts';
import { findLinkHolder, lockStaff, spendLink, type LinkHolderRow } from '../officer-store.ts';
import { missingPart, takes, WRONG_TRIES_MAX, type SignInPart } from '../rules/sign-in-parts.ts';
import { countTry, findHeld, type HeldRow } from './account-store.ts';
import { authenticatorSecretOf, giveCredentials, isCodeOf, showAuthenticator } from './accounts.ts';

type Secrets = Pick<CallContext, 'tokens' | 'accountSecrets'>;

interface OpenLink {
  readonly linkId: string;
  readonly holder: LinkHolderRow;
  readonly held: HeldRow;
  readonly sets: SignInPart;
}

/** What the holder of a link is shown. Refusals: LINK_UNKNOWN, LINK_USED, LINK_EXPIRED. */
export async function getInvitation(
  tx: Tx,
  { tokens }: Pick<Secrets, 'tokens'>,
  token: string,
): Promise<Invitation> {
  const { linkId, holder, sets } = await readLink(tx, tokens, token);
  const shows = takes(sets, 'authenticator');
  return {
    name: holder.name,
    email: holder.email,
    role: holder.role as Role,
    agencyShortName: holder.agency_short_name,
    mallShortName: holder.mall_short_name,
    expiresAt: holder.expires_at.toISOString(),
    sets,
    authenticator: shows ? showAuthenticator(authenticatorSecretOf(tokens, linkId), holder.email) : null,
  };
}

/**
 * Uses a link up. Password and code are always asked for: what the link sets becomes theirs, what was kept is checked. A
 * wrong answer about what was kept is counted, and the last one voids the link: so this is no refusal, which would leave
 * no trace.
 * Refusals: LINK_UNKNOWN, LINK_USED (also for the slower of two), LINK_EXPIRED, CODE_WRONG (of the key shown here).
 */
export async function acceptInvitation(
  tx: Tx,
  secrets: Secrets,
  input: { token: string; password: string; code: string },
): Promise<LinkUse> {
  const link = await readLink(tx, secrets.tokens, input.token);
  const { linkId, holder, sets } = link;
  const authenticatorSecret = authenticatorSecretOf(secrets.tokens, linkId);
  if (takes(sets, 'authenticator') && !(await isCodeOf(authenticatorSecret, input.code)))
    refused(refuse('CODE_WRONG'));
  if (sets !== 'both') {
    const wrong = await tryKept(tx, secrets, link, input);
    if (wrong !== undefined) return wrong;
  }
  // An administrator may be renewing or withdrawing this very link: whoever is first is right.
  await lockStaff(tx, holder.mall_id);
  if (!(await spendLink(tx, linkId))) refused(refuse('LINK_USED'));
  const { accountSecrets } = secrets;
  const recoveryCodes = await giveCredentials(tx, accountSecrets, holder.account_id, {
    ...(takes(sets, 'password') ? { passwordHash: await accountSecrets.hashPassword(input.password) } : {}),
    ...(takes(sets, 'authenticator') ? { authenticatorSecret } : {}),
  });
  recordUse(tx, holder, { sets });
  return { kind: 'accepted', recoveryCodes };
}

/** Undefined where the part that was kept is known to whoever holds the link. */
async function tryKept(
  tx: Tx,
  { accountSecrets }: Secrets,
  { linkId, holder, held, sets }: OpenLink,
  { password, code }: { password: string; code: string },
): Promise<LinkUse | undefined> {
  const tries = await countTry(tx, `staff-link-tries-${linkId}`, holder.expires_at);
  if (tries > WRONG_TRIES_MAX) refused(refuse('LINK_USED'));
  const right =
    sets === 'password'
      ? await isCodeOf(await accountSecrets.open(held.sealed_secret!), code)
      : await accountSecrets.isPasswordOf(held.password_hash!, password);
  if (right) return undefined;
  const triesLeft = WRONG_TRIES_MAX - tries;
  if (triesLeft === 0) {
    await lockStaff(tx, holder.mall_id);
    await spendLink(tx, linkId);
    recordUse(tx, holder, { wrongTries: tries });
  }
  return { kind: sets === 'password' ? 'code-wrong' : 'password-wrong', triesLeft };
}

function recordUse(tx: Tx, holder: LinkHolderRow, besides: Readonly<Record<string, unknown>>): void {
  tx.record({
    mallId: holder.mall_id,
    subjectKind: 'officer',
    subjectId: holder.staff_id,
    facts: { name: holder.name, role: holder.role, ...besides },
  });
}

async function readLink(tx: Tx, tokens: Secrets['tokens'], token: string): Promise<OpenLink> {
  const linkId = tokens.read('staff-link', token) ?? refused(refuse('LINK_UNKNOWN'));
  const holder = (await findLinkHolder(tx, linkId)) ?? refused(refuse('LINK_UNKNOWN'));
  if (holder.used_at !== null) refused(refuse('LINK_USED'));
  if (holder.expires_at <= tx.now) refused(refuse('LINK_EXPIRED'));
  const held = (await findHeld(tx, holder.account_id)) ?? refused(refuse('LINK_UNKNOWN'));
  const sets = missingPart({
    password: held.password_hash !== null,
    authenticator: held.sealed_secret !== null,
  });
  // Between two looks at the same moment the link was used: nothing is missing any more.
  return { linkId, holder, held, sets: sets ?? refused(refuse('LINK_USED')) };
}
