import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The roles of design §4.15, and the owner of the embedded cluster, as whom neither app nor test ever connects. */
export const ROLE_NAMES = {
  superuser: 'balairung_owner',
  migrator: 'balairung_migrator',
  app: 'balairung_app',
  reader: 'balairung_reader',
} as const;

export type DatabaseRole = keyof typeof ROLE_NAMES;

export type Passwords = Readonly<Record<DatabaseRole, string>>;

/** The passwords kept in the data folder, readable by their owner alone; undefined before the first start. */
export function findPasswords(dataFolder: string): Passwords | undefined {
  const file = passwordFile(dataFolder);
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
}

/** The kept passwords, made at random the first time. */
export function getPasswords(dataFolder: string): Passwords {
  const kept = findPasswords(dataFolder);
  if (kept !== undefined) return kept;
  const made: Passwords = {
    superuser: makePassword(),
    migrator: makePassword(),
    app: makePassword(),
    reader: makePassword(),
  };
  const file = passwordFile(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(made, null, 2) + '\n', { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return made;
}

/** Letters and digits only, so that it needs no escaping in SQL or in an address. */
export function makePassword(): string {
  return randomBytes(24).toString('hex');
}

function passwordFile(dataFolder: string): string {
  return join(dataFolder, 'database-passwords.json');
}
