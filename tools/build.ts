import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));
/** What the screens are made of: a change in any of it makes them anew. */
const SOURCES = ['src', 'static', 'vite.config.ts', 'package-lock.json'];
const STAMP = join(CHECKOUT, 'build', 'stamp');

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
    .filter((entry) => entry.isFile())
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
  const hash = hashSources();
  if (isCurrent(hash)) return false;
  onProgress('Menyusun layar … / Building the screens …');
  await runVite();
  writeFileSync(STAMP, hash);
  return true;
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
