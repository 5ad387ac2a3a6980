import { readFile } from 'node:fs/promises';
import { importNewYears } from '#areas/calendar/public.ts';
import { addMall, listMallPlaces } from '#areas/malls/public.ts';
import {
  authenticatorSecretOf,
  giveCredentials,
  insertFirstAdministrator,
  isCodeOf,
  openAccount,
  showAuthenticator,
} from '#areas/staff/public.ts';
import { refused, type CallContext } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import { refuse } from '#platform/values/refusal.ts';
import { slugFrom } from '#platform/values/slug.ts';
import type { NewMall } from './contract.ts';
import { findSetUpLink, lockSetUpLink, markSetUpLinkUsed, replaceSetUpLink } from './store.ts';

const LINK_HOURS = 24;
const HOLIDAYS = new URL('../calendar/data/holidays.csv', import.meta.url);

/** A token for the terminal of an installation without a mall, in the place of the one before; undefined where one is. */
export async function makeSetUpLink(tx: Tx, tokens: SignedTokens): Promise<string | undefined> {
  if ((await listMallPlaces(tx)).length > 0) return undefined;
  const id = newId();
  await replaceSetUpLink(tx, { id, expiresAt: new Date(tx.now.getTime() + LINK_HOURS * 3_600_000) });
  return tokens.sign('set-up', id);
}

/** What the page of the first run shows. Refusals: LINK_UNKNOWN, LINK_USED, LINK_EXPIRED. */
export async function getSetUp(tx: Tx, tokens: SignedTokens, token: string) {
  const linkId = readLinkId(tokens, token);
  const { expires_at: expiresAt } = await checkLink(tx, await findSetUpLink(tx, linkId));
  const secret = authenticatorSecretOf(tokens, linkId);
  return {
    expiresAt: expiresAt.toISOString(),
    authenticator: showAuthenticator(secret, 'Administrator'),
  };
}

export interface FirstRun {
  readonly token: string;
  readonly mall: NewMall;
  readonly administrator: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly code: string;
  };
}

/**
 * Sets up the mall, its first site and zone, and its first administrator with sign-in: all of it, or nothing.
 * Refusals: LINK_UNKNOWN, LINK_USED (also for the slower of two), LINK_EXPIRED, CODE_WRONG, EMAIL_TAKEN.
 */
export async function setUpMall(
  tx: Tx,
  { tokens, accountSecrets }: Pick<CallContext, 'tokens' | 'accountSecrets'>,
  { token, mall, administrator }: FirstRun,
) {
  const linkId = readLinkId(tokens, token);
  await checkLink(tx, await lockSetUpLink(tx, linkId));
  const authenticatorSecret = authenticatorSecretOf(tokens, linkId);
  if (!(await isCodeOf(authenticatorSecret, administrator.code))) refused(refuse('CODE_WRONG'));
  const mallId = await addFirstMall(tx, mall);
  const accountId = (await openAccount(tx, administrator)) ?? refused(refuse('EMAIL_TAKEN'));
  const { name } = administrator;
  await insertFirstAdministrator(tx, { mallId, id: newId(), accountId, name });
  const passwordHash = await accountSecrets.hashPassword(administrator.password);
  const credentials = { passwordHash, authenticatorSecret };
  const recoveryCodes = await giveCredentials(tx, accountSecrets, accountId, credentials);
  await importNewYears(tx, await readFile(HOLIDAYS, 'utf8'));
  await markSetUpLinkUsed(tx, linkId);
  tx.record({
    mallId,
    subjectKind: 'mall',
    subjectId: mallId,
    facts: { name: mall.name, administrator: name },
  });
  return { recoveryCodes };
}

async function addFirstMall(tx: Tx, mall: NewMall): Promise<string> {
  const { name, shortName, regency, timeZone } = mall;
  const added = await addMall(tx, {
    slug: addressOf(shortName, 'mpp'),
    name,
    shortName,
    regency,
    timeZone,
    launchedOn: null,
    sampleData: false,
    sites: [{ slug: addressOf(mall.siteName, 'lokasi'), name: mall.siteName, address: mall.address }],
    zones: [{ slug: addressOf(mall.zoneName, 'zona'), name: mall.zoneName, floor: mall.floor }],
  });
  return added?.mallId ?? refused(refuse('LINK_USED'));
}

/** A mall's address has two signs at least, and a name may hold no letter that an address takes. */
function addressOf(name: string, otherwise: string): string {
  const slug = slugFrom(name);
  return slug.length >= 2 ? slug : otherwise;
}

function readLinkId(tokens: SignedTokens, token: string): string {
  return tokens.read('set-up', token) ?? refused(refuse('LINK_UNKNOWN'));
}

/** A mall that is there closes the door, however it came. */
async function checkLink<Link extends { expires_at: Date; used_at: Date | null }>(
  tx: Tx,
  link: Link | undefined,
): Promise<Link> {
  if (link === undefined) refused(refuse('LINK_UNKNOWN'));
  if (link.used_at !== null || (await listMallPlaces(tx)).length > 0) refused(refuse('LINK_USED'));
  if (link.expires_at <= tx.now) refused(refuse('LINK_EXPIRED'));
  return link;
}
