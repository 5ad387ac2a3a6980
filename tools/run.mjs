// `node tools/run.mjs <task> [arguments]`: what every npm script calls. Plain JavaScript for Node ≥ 18: it brings
// Node 24 and the packages if they are missing, then runs the task's TypeScript with that Node. With everything in
// place it needs no network and no npm.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takePidLock } from '../src/platform/database/pid-lock.mjs';
import { findNode, installNode } from './run/node-runtime.mjs';
import { installPackages, packagesAreCurrent } from './run/packages.mjs';
import { SetUpProblem, say } from './run/say.mjs';
import { runTask } from './run/task.mjs';

const NODE_MAJOR_MIN = 18;
const WAIT_FOR_OTHER_MINUTES_MAX = 15;

const TASKS = /** @type {Record<string, string | undefined>} */ ({
  start: 'tools/start.ts',
  dev: 'tools/dev.ts',
  test: 'tools/test.ts',
  check: 'tools/check.ts',
  bench: 'bench/bench.ts',
  backup: 'tools/backup.ts',
  restore: 'tools/restore.ts',
  build: 'tools/build.ts',
  voice: 'tools/voice.ts',
  types: 'tools/row-types.ts',
  openapi: 'tools/openapi.ts',
  format: 'tools/format.ts',
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (problem) {
  if (!(problem instanceof Error)) throw problem;
  say(problem instanceof SetUpProblem ? problem.message : describeFault(problem));
  process.exitCode = 1;
}

/** @param {string[]} words */
async function run([task, ...args]) {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN)
    throw new SetUpProblem(`Node ${NODE_MAJOR_MIN} or newer is needed to start; this is ${process.version}.`);
  const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
  const file = TASKS[task ?? ''];
  if (file === undefined)
    throw new SetUpProblem(`There is no task "${task ?? ''}"; there are: ${Object.keys(TASKS).join(', ')}.`);
  if (!existsSync(join(checkout, file))) throw new SetUpProblem(`This checkout has no ${file}.`);
  const node = await setUp(checkout);
  return runTask({ node, checkout, file: join(checkout, file), args });
}

/**
 * Makes sure that Node 24 and the packages are there. Only one run at a time changes them; others wait for it.
 * @param {string} checkout
 * @returns {Promise<string>} the Node to use
 */
async function setUp(checkout) {
  const ready = findNode(checkout);
  if (ready !== undefined && packagesAreCurrent(checkout)) return ready;
  mkdirSync(join(checkout, '.runtime'), { recursive: true });
  const release = await waitForLock(join(checkout, '.runtime', 'set-up.lock'));
  process.once('exit', release);
  // Without a handler a signal would end this process before it could give the lock back.
  const giveUp = () => process.exit(130);
  process.once('SIGINT', giveUp);
  process.once('SIGTERM', giveUp);
  try {
    const node = findNode(checkout) ?? (await installNode(checkout));
    if (!packagesAreCurrent(checkout)) await installPackages(checkout, node);
    return node;
  } finally {
    release();
    process.off('exit', release);
    process.off('SIGINT', giveUp);
    process.off('SIGTERM', giveUp);
  }
}

/** @param {string} file */
async function waitForLock(file) {
  let said = false;
  for (const until = Date.now() + WAIT_FOR_OTHER_MINUTES_MAX * 60_000; Date.now() < until;) {
    const lock = takePidLock(file);
    if (lock.held) return lock.release;
    if (!said) say(`another run (process ${lock.by.pid}) is setting things up here; waiting for it …`);
    said = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new SetUpProblem(
    'Another run has been setting things up for too long; please look at it and start again.',
  );
}

/** @param {Error} problem */
function describeFault(problem) {
  const code = /** @type {NodeJS.ErrnoException} */ (problem).code;
  if (code === 'EACCES' || code === 'EROFS')
    return `This checkout cannot be written to (${problem.message}).`;
  if (code === 'ENOSPC') return `The disk is full (${problem.message}).`;
  return problem.stack ?? problem.message;
}
