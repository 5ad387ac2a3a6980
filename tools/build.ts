import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takePidLock } from '#platform/database/pid-lock.mjs';

const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));
/** What the screens are made of: a change in any of it makes them anew. */
const SOURCES = ['src', 'static', 'vite.config.ts', 'package-lock.json'];
const STAMP = join(CHECKOUT, 'build', 'stamp');
const CACHE = join(CHECKOUT, '.cache');
/** Copies for tests, each named by its sources; the newest few are kept. */
const COPIES = join(CACHE, 'screens');
const COPIES_MAX = 4;
const WAIT_MINUTES_MAX = 5;

function hashSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(CHECKOUT, path);
  const entries = path.includes('.')
    ? undefined
    : readdirSync(full, { withFileTypes: true, recursive: true });
  if (entries === undefined) {
    hash.update(path).update(readFileSync(full));
    return;
  }
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(CHECKOUT.length)).update(readFileSync(file));
}

function isCurrent(hash: string): boolean {
  try {
    return readFileSync(STAMP, 'utf8') === hash;
  } catch {
    // No stamp: never built, or a build that did not end.
    return false;
  }
}

/** Builds the screens unless they are what the sources say already. Returns whether it built. */
export async function buildScreens(onProgress: (line: string) => void): Promise<boolean> {
  return inTurn(async () => {
    const hash = hashSources();
    if (isCurrent(hash)) return false;
    onProgress('Menyusun layar … / Building the screens …');
    await runVite();
    writeFileSync(STAMP, hash);
    return true;
  });
}

/**
 * The screens as the sources are now, in a folder that nobody changes any more: a server under test goes on serving
 * them while the next build is made. Inside the checkout, since they load its packages.
 * @returns absolute path of the folder with `handler.js`
 */
export async function buildScreensCopy(onProgress: (line: string) => void): Promise<string> {
  const wanted = join(COPIES, hashSources());
  if (existsSync(wanted)) return wanted;
  await buildScreens(onProgress);
  return inTurn(async () => {
    const copy = join(COPIES, readFileSync(STAMP, 'utf8'));
    if (existsSync(copy)) return copy;
    mkdirSync(COPIES, { recursive: true });
    const draft = `${copy}.draft`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(join(CHECKOUT, 'build'), draft, { recursive: true, preserveTimestamps: true });
    // The time of the rename says which copies are the newest.
    writeFileSync(join(draft, 'made'), new Date().toISOString());
    renameSync(draft, copy);
    removeOldCopies();
    return copy;
  });
}

function removeOldCopies(): void {
  const madeAt = (name: string) => {
    const file = join(COPIES, name, 'made');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const names = readdirSync(COPIES).sort((a, b) => (madeAt(a) < madeAt(b) ? 1 : -1));
  for (const name of names.slice(COPIES_MAX)) rmSync(join(COPIES, name), { recursive: true, force: true });
}

/** One at a time builds here; others wait, and then mostly find their work done. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, 'build.lock');
  for (const until = Date.now() + WAIT_MINUTES_MAX * 60_000; ;) {
    const lock = takePidLock(file);
    if (lock.held) return work().finally(lock.release);
    if (Date.now() > until) throw new Error(`process ${lock.by.pid} has been building for too long`);
    await sleep(200);
  }
}

/** In a process of its own: what the bundler holds in memory goes with it. */
async function runVite(): Promise<void> {
  const vite = join(CHECKOUT, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the screens could not be built:\n${output}`);
}

if (import.meta.main) {
  const built = await buildScreens(console.log);
  console.log(built ? 'Layar siap. / Screens are ready.' : 'Layar sudah mutakhir. / Screens are up to date.');
}
