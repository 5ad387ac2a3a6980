import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { AccountSecrets } from '#platform/random/account-secrets.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId, newRecoveryCode } from '#platform/random/ids.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import { insertUser, setCredentials } from './account-store.ts';
import type { Authenticator } from '../contract.ts';

const ISSUER = 'Balairung';
const SECRET_LENGTH = 20;
const RECOVERY_CODES = 8;

/**
 * The authenticator's secret of a one-time link. It is made from the link's id with the installation's secret, so the
 * page shows the same picture as often as it is opened, and nothing is stored before the code was confirmed.
 */
export function authenticatorSecretOf(tokens: SignedTokens, linkId: string): string {
  const token = tokens.sign('authenticator', linkId);
  return token.slice(token.indexOf('.') + 1).slice(0, SECRET_LENGTH);
}

/** As a phone takes it: by a picture, by a link on the phone itself, or typed. */
export function showAuthenticator(secret: string, label: string): Authenticator {
  return {
    secret: base32.encode(secret, { padding: false }),
    address: createOTP(secret).url(ISSUER, label),
  };
}

/** Whether these six digits are the authenticator's, now or half a minute ago. */
export function isCodeOf(secret: string, code: string): Promise<boolean> {
  return createOTP(secret).verify(code);
}

/** Opens an account that nobody can sign in to yet; undefined when the address has one. */
export async function openAccount(
  tx: Tx,
  { name, email }: { name: string; email: string },
): Promise<string | undefined> {
  const id = newId();
  return (await insertUser(tx, { id, name, email: email.toLowerCase() })) ? id : undefined;
}

/** What somebody gets to sign in with; a part that is left out stays as it is. */
export interface Credentials {
  readonly passwordHash?: string;
  readonly authenticatorSecret?: string;
}

/**
 * Lets the account in by password and authenticator from now on. Gives the recovery codes of a new authenticator, shown
 * this once; none where the authenticator stays.
 */
export async function giveCredentials(
  tx: Tx,
  secrets: AccountSecrets,
  accountId: string,
  { passwordHash, authenticatorSecret }: Credentials,
): Promise<string[]> {
  const recoveryCodes = authenticatorSecret === undefined ? [] : newRecoveryCodes();
  const ids = { password: newId(), authenticator: newId() };
  await setCredentials(tx, accountId, ids, {
    ...(passwordHash === undefined ? {} : { passwordHash }),
    ...(authenticatorSecret === undefined
      ? {}
      : {
          authenticator: {
            sealedSecret: await secrets.seal(authenticatorSecret),
            sealedCodes: await sealCodes(secrets, recoveryCodes),
          },
        }),
  });
  return recoveryCodes;
}

export const newRecoveryCodes = () => Array.from({ length: RECOVERY_CODES }, newRecoveryCode);

export function sealCodes(secrets: AccountSecrets, codes: readonly string[]): Promise<string> {
  return secrets.seal(JSON.stringify(codes));
}

/** How many recovery codes are left of those that were given. */
export async function countCodes(secrets: AccountSecrets, sealed: string): Promise<number> {
  return (JSON.parse(await secrets.open(sealed)) as string[]).length;
}
