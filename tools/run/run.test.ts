import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findProcessStart } from '../../src/platform/database/pid-lock.mjs';

const CHECKOUT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Says what it was given, then waits for a signal beside a child of its own, or ends with the code asked for. */
const TASK = `import { spawn } from 'node:child_process';
const [order = '', ...rest]: string[] = process.argv.slice(2);
let signals = 0;
if (order === 'end') {
  console.log(JSON.stringify({ node: process.versions.node, rest }));
  process.exitCode = 7;
} else {
  const beside = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {
    signals++;
    console.log(signal);
    if (order === 'graceful') setTimeout(() => process.exit(signals), 1200);
  });
  setInterval(() => {}, 1000);
  console.log(JSON.stringify({ pids: [process.pid, beside.pid] }));
}
`;

describe('node tools/run.mjs', () => {
  const base = mkdtempSync(join(tmpdir(), 'balairung-run-'));
  const checkout = join(base, 'salinan kami (2)');

  before(() => {
    for (const path of ['tools/run.mjs', 'tools/run', 'src/platform/database/pid-lock.mjs']) {
      mkdirSync(dirname(join(checkout, path)), { recursive: true });
      cpSync(join(CHECKOUT, path), join(checkout, path), { recursive: true });
    }
    writeFileSync(join(checkout, 'tools', 'build.ts'), TASK);
    const about = { name: 'scratch', version: '1.0.0', type: 'module', private: true };
    writeFileSync(join(checkout, 'package.json'), JSON.stringify(about));
    const lock = { ...about, lockfileVersion: 3, requires: true, packages: { '': about } };
    writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify(lock));
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  function run(...args: string[]) {
    const child = spawn(process.execPath, [join(checkout, 'tools', 'run.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const seen = { output: '' };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (seen.output += chunk.toString()));
    }
    return { child, seen, ended: once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]> };
  }

  async function runWaiting(order: string) {
    const running = run('build', order);
    const pids = await waitForPids(running.seen);
    return { ...running, pids };
  }

  it('sets up once when two runs begin at the same time, and passes words and exit code through', async () => {
    const lockBefore = readFileSync(join(checkout, 'package-lock.json'), 'utf8');
    const runs = [run('build', 'end', '--flag', 'two words'), run('build', 'end')];
    const ends = await Promise.all(runs.map(({ ended }) => ended));
    const outputs = runs.map(({ seen }) => seen.output);
    assert.deepEqual(ends, [
      [7, null],
      [7, null],
    ]);
    assert.equal(
      outputs.filter((output) => output.includes('installing packages')).length,
      1,
      outputs.join('\n'),
    );
    const said = JSON.parse(/^\{.*\}$/m.exec(outputs[0] ?? '')?.[0] ?? '{}') as {
      node: string;
      rest: string[];
    };
    assert.ok(Number.parseInt(said.node, 10) >= 24);
    assert.deepEqual(said.rest, ['--flag', 'two words']);
    assert.equal(readFileSync(join(checkout, 'package-lock.json'), 'utf8'), lockBefore);
  });

  it('is silent and installs nothing when all is there, and installs anew when the lock changes', async () => {
    const second = run('build', 'end');
    await second.ended;
    assert.match(second.seen.output, /^\{.*\}\n$/);
    const lock = join(checkout, 'package-lock.json');
    writeFileSync(lock, `${readFileSync(lock, 'utf8')}\n`);
    const third = run('build', 'end');
    await third.ended;
    assert.match(third.seen.output, /installing packages/);
  });

  it('passes a Ctrl-C on once, though npm and the terminal both send it, and waits for the task', async () => {
    const { child, seen, ended, pids } = await runWaiting('graceful');
    child.kill('SIGINT');
    await sleep(20);
    child.kill('SIGINT');
    assert.deepEqual(await ended, [1, null]);
    assert.equal(seen.output.split('SIGINT').length - 1, 1);
    await assertGone(pids);
  });

  it('ends a task that does not listen, with all that it started, at the third Ctrl-C', async () => {
    const { child, ended, pids } = await runWaiting('stubborn');
    for (let press = 0; press < 3; press++) {
      child.kill('SIGINT');
      await sleep(900);
    }
    assert.deepEqual(await ended, [137, null]);
    await assertGone(pids);
  });

  it('leaves nothing running when it is killed itself', async () => {
    const { child, pids } = await runWaiting('graceful');
    await killHard(child);
    await assertGone(pids);
  });

  it('answers an unknown task and a missing one with a sentence', async () => {
    const unknown = run('dance');
    assert.deepEqual(await unknown.ended, [1, null]);
    assert.match(unknown.seen.output, /There is no task "dance"; there are: start, dev, test/);
    const missing = run('voice');
    assert.deepEqual(await missing.ended, [1, null]);
    assert.match(missing.seen.output, /This checkout has no tools\/voice\.ts/);
  });
});

async function waitForPids(seen: { output: string }): Promise<number[]> {
  for (let tries = 0; tries < 400; tries++) {
    const line = /^\{"pids".*\}$/m.exec(seen.output)?.[0];
    if (line !== undefined) return (JSON.parse(line) as { pids: number[] }).pids;
    await sleep(25);
  }
  throw new Error(`the task did not begin: ${seen.output}`);
}

async function assertGone(pids: number[]): Promise<void> {
  const left = () => pids.filter((pid) => findProcessStart(pid) !== undefined);
  for (let tries = 0; tries < 200 && left().length > 0; tries++) await sleep(25);
  const still = left();
  for (const pid of still) process.kill(pid, 'SIGKILL');
  assert.deepEqual(still, []);
}

async function killHard(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
