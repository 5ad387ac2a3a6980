import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';
import { SetUpProblem, say } from './say.mjs';

/**
 * Whether node_modules holds what the lock file says, for this platform.
 * @param {string} checkout
 */
export function packagesAreCurrent(checkout) {
  const stamp = stampFile(checkout);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampText(checkout);
}

/**
 * Installs the packages of the committed lock. `npm ci` is not used: it fails on a good lock that names binaries of
 * foreign platforms which a mirror lacks (npm/cli#9846). `--no-save` keeps older npm from rewriting the lock. Install
 * scripts are not run: none is needed, and then it makes no difference whether a machine forbids them.
 * @param {string} checkout
 * @param {string} node the Node ≥ 24 to run npm with
 */
export async function installPackages(checkout, node) {
  const lock = lockFile(checkout);
  const lockBefore = readFileSync(lock);
  say('installing packages (first time about a minute) …');
  // Without a stamp an install that is cut short is taken up again by the next run.
  rmSync(stampFile(checkout), { force: true });
  await runNpm({
    node,
    folder: checkout,
    what: 'packages',
    args: [
      ...[
        'install',
        '--no-save',
        '--include=dev',
        '--include=optional',
        '--include=peer',
        '--ignore-scripts',
      ],
      ...['--global=false', '--prefix', checkout],
    ],
  });
  if (!readFileSync(lock).equals(lockBefore)) {
    writeFileSync(lock, lockBefore);
    throw new SetUpProblem(
      'npm wanted to change package-lock.json (it was put back): package.json and the lock do not fit together.',
    );
  }
  mkdirSync(join(checkout, 'node_modules'), { recursive: true });
  writeFileSync(stampFile(checkout), stampText(checkout));
}

/** @param {string} checkout */
function lockFile(checkout) {
  return join(checkout, 'package-lock.json');
}

/** @param {string} checkout */
function stampFile(checkout) {
  return join(checkout, 'node_modules', '.balairung-installed');
}

/** @param {string} checkout */
function stampText(checkout) {
  const hash = createHash('sha256')
    .update(readFileSync(lockFile(checkout)))
    .digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}
