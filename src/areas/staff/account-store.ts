import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

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

export interface CredentialRow {
  readonly passwordHash: string;
  readonly sealedSecret: string;
  readonly sealedCodes: string;
}

const SET_CREDENTIALS: PreparedStatement = {
  name: 'account-credentials',
  text: `with password as (
           insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
           values ($2, $1, 'credential', $1, $4, $7, $7)
         ), authenticator as (
           insert into auth."twoFactor" ("id", "secret", "backupCodes", "userId", "verified")
           values ($3, $5, $6, $1, true)
         )
         update auth."user" set "twoFactorEnabled" = true, "updatedAt" = $7 where "id" = $1`,
};

/** For an account without credentials: a new one, or one that `clearCredentials` emptied. */
export async function setCredentials(
  tx: Tx,
  accountId: string,
  ids: { password: string; authenticator: string },
  { passwordHash, sealedSecret, sealedCodes }: CredentialRow,
): Promise<void> {
  const values = [
    accountId,
    ids.password,
    ids.authenticator,
    passwordHash,
    sealedSecret,
    sealedCodes,
    tx.now,
  ];
  await tx.query(SET_CREDENTIALS, values);
}

const CLEAR_CREDENTIALS: PreparedStatement = {
  name: 'account-clear',
  text: `with passwords as (delete from auth."account" where "userId" = $1),
           authenticators as (delete from auth."twoFactor" where "userId" = $1),
           sessions as (delete from auth."session" where "userId" = $1)
         update auth."user" set "twoFactorEnabled" = false, "updatedAt" = $2 where "id" = $1`,
};

/** Password, authenticator and sessions end together. */
export async function clearCredentials(tx: Tx, accountId: string): Promise<void> {
  await tx.query(CLEAR_CREDENTIALS, [accountId, tx.now]);
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
