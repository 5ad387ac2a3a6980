import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { takes, type SignInPart } from '../rules/sign-in-parts.ts';

/*
 * Accounts as the sign-in library reads them. We write them ourselves, inside the transaction that makes somebody a
 * member of staff, so that neither is ever there without the other.
 */

const INSERT_USER: PreparedStatement = {
  name: 'account-insert',
  text: `insert into auth."user" ("id", "name", "email", "emailVerified", "twoFactorEnabled", "createdAt", "updatedAt")
         values ($1, $2, $3, true, false, $4, $4) on conflict ("email") do nothing returning "id"`,
};

/** False when the address has an account already, in whichever mall. Of two at once the database lets one. */
export async function insertUser(
  tx: Tx,
  user: { id: string; name: string; email: string },
): Promise<boolean> {
  const rows = await tx.query(INSERT_USER, [user.id, user.name, user.email, tx.now]);
  return rows.length === 1;
}

/** What is set now; a part that is left out stays as it is. */
export interface CredentialRow {
  readonly passwordHash?: string;
  readonly authenticator?: { readonly sealedSecret: string; readonly sealedCodes: string };
}

const SET_CREDENTIALS: PreparedStatement = {
  name: 'account-credentials',
  text: `with old_passwords as (delete from auth."account" where "userId" = $1 and $4::text is not null),
           old_authenticators as (delete from auth."twoFactor" where "userId" = $1 and $5::text is not null),
           sessions as (delete from auth."session" where "userId" = $1),
           password as (
             insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
             select $2, $1, 'credential', $1, $4, $7::timestamptz, $7 where $4 is not null
           ), authenticator as (
             insert into auth."twoFactor" ("id", "secret", "backupCodes", "userId", "verified")
             select $3, $5, $6, $1, true where $5 is not null
           )
         update auth."user" set "twoFactorEnabled" = true, "updatedAt" = $7 where "id" = $1`,
};

/**
 * Sets password, authenticator or both in the place of the old ones. Sessions end: none may outlive what opened it. For
 * an account that has the other part, or gets it here.
 */
export async function setCredentials(
  tx: Tx,
  accountId: string,
  ids: { password: string; authenticator: string },
  { passwordHash, authenticator }: CredentialRow,
): Promise<void> {
  const { sealedSecret = null, sealedCodes = null } = authenticator ?? {};
  const parts = [passwordHash ?? null, sealedSecret, sealedCodes];
  await tx.query(SET_CREDENTIALS, [accountId, ids.password, ids.authenticator, ...parts, tx.now]);
}

const SET_RECOVERY_CODES: PreparedStatement = {
  name: 'account-recovery-codes',
  text: `update auth."twoFactor" set "backupCodes" = $2 where "userId" = $1`,
};

export async function setRecoveryCodes(tx: Tx, accountId: string, sealedCodes: string): Promise<void> {
  await tx.query(SET_RECOVERY_CODES, [accountId, sealedCodes]);
}

export interface HeldRow {
  readonly password_hash: string | null;
  readonly sealed_secret: string | null;
  readonly sealed_codes: string | null;
}

const FIND_HELD: PreparedStatement = {
  name: 'account-held',
  text: `select a."password" as password_hash, t."secret" as sealed_secret, t."backupCodes" as sealed_codes
         from auth."user" u
           left join auth."account" a on a."userId" = u."id" and a."providerId" = 'credential'
           left join auth."twoFactor" t on t."userId" = u."id"
         where u."id" = $1`,
};

export async function findHeld(tx: Tx, accountId: string): Promise<HeldRow | undefined> {
  const [row] = await tx.query<HeldRow>(FIND_HELD, [accountId]);
  return row;
}

const CLEAR_CREDENTIALS: PreparedStatement = {
  name: 'account-clear',
  text: `with passwords as (delete from auth."account" where "userId" = $1 and $3),
           authenticators as (delete from auth."twoFactor" where "userId" = $1 and $4),
           sessions as (delete from auth."session" where "userId" = $1)
         update auth."user" set "twoFactorEnabled" = false, "updatedAt" = $2 where "id" = $1`,
};

/** What is lost ends, and all sessions; nobody comes in by what is left. Recovery codes belong to the authenticator. */
export async function clearCredentials(tx: Tx, accountId: string, lost: SignInPart): Promise<void> {
  const parts = [takes(lost, 'password'), takes(lost, 'authenticator')];
  await tx.query(CLEAR_CREDENTIALS, [accountId, tx.now, ...parts]);
}

const COUNT_TRY: PreparedStatement = {
  name: 'account-count-try',
  text: `insert into auth."verification" as v ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt")
         values ($1, $1, '1', $2, $3, $3)
         on conflict ("id") do update set "value" = (v."value"::int + 1)::text, "updatedAt" = $3
         returning "value"::int as tries`,
};

/**
 * Counts a try before it is judged, where the library counts its own. Whoever tries the same thing at the same moment
 * waits here, so a thousand tries at once are still counted one by one.
 */
export async function countTry(tx: Tx, what: string, expiresAt: Date): Promise<number> {
  const [row] = await tx.query<{ tries: number }>(COUNT_TRY, [what, expiresAt, tx.now]);
  return row!.tries;
}

const END_SESSIONS: PreparedStatement = {
  name: 'account-end-sessions',
  text: `delete from auth."session" where "userId" = $1`,
};

export async function endSessions(tx: Tx, accountId: string): Promise<void> {
  await tx.query(END_SESSIONS, [accountId]);
}

const DELETE_USER: PreparedStatement = {
  name: 'account-delete',
  text: `delete from auth."user" where "id" = $1`,
};

export async function deleteUser(tx: Tx, accountId: string): Promise<void> {
  await tx.query(DELETE_USER, [accountId]);
}
