import { refused, type CallContext } from '#platform/contract/procedure.ts';
import type { Role, StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { AuthenticatorOffer, OwnAccount } from '../contract.ts';
import { getOfficerRow, recordRow } from '../officers.ts';
import { lockStaff, type OfficerRow } from '../officer-store.ts';
import { findHeld, setRecoveryCodes } from './account-store.ts';
import {
  authenticatorSecretOf,
  countCodes,
  giveCredentials,
  isCodeOf,
  newRecoveryCodes,
  sealCodes,
  showAuthenticator,
} from './accounts.ts';

type Secrets = Pick<CallContext, 'tokens' | 'accountSecrets'>;

const OFFER_MINUTES = 30;

/** Who asks, and how many recovery codes they have left. */
export async function getOwnAccount(
  tx: Tx,
  { accountSecrets }: Pick<Secrets, 'accountSecrets'>,
  actor: StaffActor,
): Promise<OwnAccount> {
  const row = await getOwnRow(tx, actor);
  const held = await findHeld(tx, row.account_id);
  const sealed = held?.sealed_codes ?? null;
  return {
    name: row.name,
    email: row.email ?? '',
    role: row.role as Role,
    agencyShortName: row.agency_short_name,
    recoveryCodesLeft: sealed === null ? 0 : await countCodes(accountSecrets, sealed),
  };
}

/** Another password, from now on; all sessions end, this one too. Refusals: PASSWORD_WRONG. */
export async function changeOwnPassword(
  tx: Tx,
  { accountSecrets }: Pick<Secrets, 'accountSecrets'>,
  actor: StaffActor,
  { password, newPassword }: { password: string; newPassword: string },
) {
  const row = await proveSelf(tx, accountSecrets, actor, password);
  const passwordHash = await accountSecrets.hashPassword(newPassword);
  await giveCredentials(tx, accountSecrets, row.account_id, { passwordHash });
  recordRow(tx, row);
  return { changedAt: tx.now.toISOString() };
}

/**
 * A key for another phone. Each is made anew and carried by the page: whoever saw one that was never used knows nothing
 * of the next. The token of an earlier page shows its own key again, so that a mistake costs no second scan.
 */
export async function offerAuthenticator(
  tx: Tx,
  tokens: SignedTokens,
  actor: StaffActor,
  token: string | undefined,
): Promise<AuthenticatorOffer> {
  const row = await getOwnRow(tx, actor);
  const known = token === undefined ? undefined : readOffer(tokens, token, actor, tx.now);
  if (known !== undefined) return { token: token!, authenticator: show(tokens, known, row) };
  const id = newId();
  const until = tx.now.getTime() + OFFER_MINUTES * 60_000;
  return {
    token: tokens.sign('new-authenticator', [actor.id, id, until].join(' ')),
    authenticator: show(tokens, id, row),
  };
}

/**
 * Another authenticator, from now on, with recovery codes of its own; all sessions end, this one too.
 * Refusals: PASSWORD_WRONG, CODE_WRONG, PICTURE_EXPIRED.
 */
export async function renewOwnAuthenticator(
  tx: Tx,
  { tokens, accountSecrets }: Secrets,
  actor: StaffActor,
  { token, password, code }: { token: string; password: string; code: string },
) {
  const id = readOffer(tokens, token, actor, tx.now) ?? refused(refuse('PICTURE_EXPIRED'));
  const row = await proveSelf(tx, accountSecrets, actor, password);
  const authenticatorSecret = authenticatorSecretOf(tokens, id);
  if (!(await isCodeOf(authenticatorSecret, code))) refused(refuse('CODE_WRONG'));
  const recoveryCodes = await giveCredentials(tx, accountSecrets, row.account_id, { authenticatorSecret });
  recordRow(tx, row);
  return { recoveryCodes };
}

/** Other recovery codes; the old ones are void, and the phone stays. Refusals: PASSWORD_WRONG. */
export async function renewOwnRecoveryCodes(
  tx: Tx,
  { accountSecrets }: Pick<Secrets, 'accountSecrets'>,
  actor: StaffActor,
  password: string,
) {
  const row = await proveSelf(tx, accountSecrets, actor, password);
  const recoveryCodes = newRecoveryCodes();
  await setRecoveryCodes(tx, row.account_id, await sealCodes(accountSecrets, recoveryCodes));
  recordRow(tx, row);
  return { recoveryCodes };
}

function getOwnRow(tx: Tx, actor: StaffActor): Promise<OfficerRow> {
  return getOfficerRow(tx, actor, actor.id);
}

/**
 * The row of whoever asks, proven by the password: a screen that was left open says nothing about who sits before it.
 * Read again under the lock: an administrator may be resetting this very account, and nothing that was reset comes back.
 */
async function proveSelf(
  tx: Tx,
  accountSecrets: Secrets['accountSecrets'],
  actor: StaffActor,
  password: string,
): Promise<OfficerRow> {
  const { account_id: accountId } = await getOwnRow(tx, actor);
  const hash = (await findHeld(tx, accountId))?.password_hash ?? refused(refuse('PASSWORD_WRONG'));
  if (!(await accountSecrets.isPasswordOf(hash, password))) refused(refuse('PASSWORD_WRONG'));
  await lockStaff(tx, actor.mallId);
  const row = await getOwnRow(tx, actor);
  const now = await findHeld(tx, accountId);
  return row.ready && now?.password_hash === hash ? row : refused(refuse('PASSWORD_WRONG'));
}

function show(tokens: SignedTokens, id: string, row: OfficerRow) {
  return showAuthenticator(authenticatorSecretOf(tokens, id), row.email ?? row.name);
}

/** The id behind an offer that was made to this very officer and still holds. */
function readOffer(tokens: SignedTokens, token: string, actor: StaffActor, now: Date): string | undefined {
  const [staffId, id, until] = tokens.read('new-authenticator', token)?.split(' ') ?? [];
  return staffId === actor.id && Number(until) > now.getTime() ? id : undefined;
}
