import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { SetUpProblem, say } from './say.mjs';

const INSTALL_MINUTES_MAX = 15;
const HEARTBEAT_SECONDS = 10;
const REPORT_CHARACTERS_MAX = 4_000;

/**
 * Runs npm with the given Node (first on PATH too, for npm and whatever it starts) and waits for its end.
 * @param {{ node: string, folder: string, what: string, args: string[] }} order
 *   `what` is the thing being installed, for the progress lines
 */
export async function runNpm({ node, folder, what, args }) {
  const cli = findNpmCli();
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--prefer-offline', '--loglevel=error'];
  const child = spawn(
    cli === undefined ? 'npm' : node,
    [...(cli === undefined ? [] : [cli]), ...args, ...quiet],
    {
      cwd: folder,
      env: { ...process.env, PATH: [dirname(node), process.env['PATH'] ?? ''].join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: INSTALL_MINUTES_MAX * 60_000,
      windowsHide: true,
    },
  );
  const startedAt = Date.now();
  const heartbeat = setInterval(
    () => say(`… ${what}: ${Math.round((Date.now() - startedAt) / 1000)} s`),
    HEARTBEAT_SECONDS * 1000,
  );
  let report = '';
  /** @param {Buffer} chunk */
  const keep = (chunk) => {
    report = (report + chunk.toString()).slice(-REPORT_CHARACTERS_MAX);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const stopChild = () => child.kill();
  process.once('exit', stopChild);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }).catch((problem) => problem);
    if (code === 0) return;
    process.stderr.write(report);
    throw new SetUpProblem(
      code instanceof Error
        ? `npm could not be started (${code.message}).`
        : `npm could not install ${what}; its own report stands above.`,
    );
  } finally {
    clearInterval(heartbeat);
    process.off('exit', stopChild);
  }
}

/** npm's program file, so that it runs with the Node we choose and no shell is needed on Windows. */
function findNpmCli() {
  const running = process.env['npm_execpath'];
  const beside = [
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => resolveLink(join(folder, 'npm')));
  return [running, ...beside, ...onPath].find(
    (file) => file !== undefined && file.endsWith('npm-cli.js') && existsSync(file),
  );
}

/** @param {string} file */
function resolveLink(file) {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
