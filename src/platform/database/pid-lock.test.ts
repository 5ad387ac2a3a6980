import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findProcessStart, isAlive } from './pid-lock.mjs';

const LOCK_MODULE = fileURLToPath(new URL('./pid-lock.mjs', import.meta.url));

describe('a lock file with its process', () => {
  it('is got by exactly one of many processes that find a stale one at the same time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'balairung-lock-'));
    const file = join(folder, 'lock');
    const { pid } = spawnSync('true');
    writeFileSync(file, JSON.stringify({ pid, startedAt: 'before' }));
    const code = `import { takePidLock } from ${JSON.stringify(LOCK_MODULE)};
      process.stdin.once('data', () => {
        console.log(takePidLock(${JSON.stringify(file)}).held);
        process.stdin.once('data', () => process.exit());
      });
      console.log('ready');`;
    const takers = Array.from({ length: 8 }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      return { child, next: async () => String((await once(child.stdout, 'data'))[0]).trim() };
    });
    try {
      await Promise.all(takers.map(({ next }) => next()));
      const answers = takers.map(({ next }) => next());
      for (const { child } of takers) child.stdin.write('go\n');
      const held = (await Promise.all(answers)).filter((answer) => answer === 'true');
      assert.equal(held.length, 1);
      assert.deepEqual(readdirSync(folder), ['lock']);
    } finally {
      const ends = takers.map(({ child }) => once(child, 'exit'));
      for (const { child } of takers) child.stdin.end('end\n');
      await Promise.all(ends);
      rmSync(folder, { recursive: true });
    }
  });

  it('knows a process from a later one of the same number, and a dead one from both', () => {
    const startedAt = findProcessStart(process.pid) ?? '';
    assert.equal(isAlive({ pid: process.pid, startedAt }), true);
    assert.equal(isAlive({ pid: process.pid, startedAt: `${startedAt}0` }), false);
    const { pid } = spawnSync('true');
    assert.equal(findProcessStart(pid), undefined);
  });
});
