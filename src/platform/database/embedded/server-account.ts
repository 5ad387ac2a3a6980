import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whom the database runs as; undefined for the user who runs this program. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | undefined;

/** The system account `nobody`; its group goes by different names, its numbers are the same everywhere. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** PostgreSQL refuses to run as root: then it runs as nobody. */
export function serverAccount(): ServerAccount {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/**
 * The outermost folder on the way to `path` (itself included) that the account may not pass through.
 * Undefined when the way is free.
 */
export function findBarrier(path: string, account: ServerAccount): string | undefined {
  if (account === undefined) return undefined;
  const way: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    way.unshift(folder);
    if (dirname(folder) === folder) break;
  }
  return way.find((folder) => existsSync(folder) && !mayPass(folder, account));
}

function mayPass(folder: string, account: NonNullable<ServerAccount>): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
