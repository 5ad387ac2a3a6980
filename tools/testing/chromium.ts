import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The one without windows comes first: it opens pages in half the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Background traffic off: nothing may leave this machine while tests run. As root there is no sandbox to be had. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--metrics-recording-only',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
];

/** The Chromium of CHROMIUM_PATH, else the first on PATH; undefined when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = env['CHROMIUM_PATH'];
  if (given) return isProgram(given) ? given : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * The same, bringing Debian's when there is none and we are root.
 * @throws Error with one sentence that says what to do
 */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  const given = process.env['CHROMIUM_PATH'];
  if (given) throw new Error(`CHROMIUM_PATH names ${given}, which is no program.`);
  if (process.getuid?.() !== 0 || !hasAptGet())
    throw new Error('The browser tests need a Chromium: install one, or name it in CHROMIUM_PATH.');
  say('No Chromium is here; installing Debian’s …');
  if (!install() && !(aptGet('update') && install()))
    throw new Error('Chromium could not be installed; install one, or name it in CHROMIUM_PATH.');
  const installed = findChromium();
  if (!installed)
    throw new Error('Debian’s chromium was installed but is not on PATH; name it in CHROMIUM_PATH.');
  return installed;
}

const install = () =>
  ['chromium-headless-shell', 'chromium'].some((name) =>
    aptGet('install', '-y', '--no-install-recommends', name),
  );

function aptGet(...words: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function hasAptGet(): boolean {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
