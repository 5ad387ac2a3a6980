import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openDataFolder, resolveDataFolder } from './data-folder.ts';
import { findProcessStart } from './pid-lock.mjs';

const isRoot = process.getuid?.() === 0;

describe('the data folder', () => {
  const base = mkdtempSync(join(tmpdir(), 'balairung-folder-'));
  after(() => rmSync(base, { recursive: true, force: true }));

  it('is the one named by BALAIRUNG_DATA', () => {
    assert.equal(
      resolveDataFolder({ env: { BALAIRUNG_DATA: '/srv/mpp data' }, checkout: base }),
      '/srv/mpp data',
    );
  });

  it('lies outside the checkout and apart for each of two checkouts of one name', () => {
    const folders = ['one', 'two'].map((parent) => {
      const checkout = join(base, parent, 'Balairung (salinan)');
      mkdirSync(checkout, { recursive: true });
      return resolveDataFolder({ env: { XDG_DATA_HOME: '/home/ani/data' }, checkout });
    });
    const [first = '', second = ''] = folders;
    const place = isRoot ? '/var/lib/balairung' : '/home/ani/data/balairung';
    assert.match(first, new RegExp(`^${place}/balairung-salinan-[0-9a-f]{8}$`));
    assert.notEqual(first, second);
  });

  it('is made with its parents and can be passed through but not listed by others', () => {
    const folder = join(base, 'new', 'deep folder');
    openDataFolder(folder).release();
    const { stdout } = spawnSync('stat', ['-c', '%a', folder], { encoding: 'utf8' });
    assert.equal(stdout.trim(), '711');
  });

  it('belongs to one process at a time, and to the next after it', () => {
    const folder = join(base, 'shared');
    const first = openDataFolder(folder);
    assert.throws(() => openDataFolder(folder), { code: 'data-folder-in-use' });
    assert.match(
      sentenceOf(() => openDataFolder(folder)),
      new RegExp(`sudah berjalan.*proses ${process.pid}`),
    );
    first.release();
    openDataFolder(folder).release();
  });

  it('is taken over from a process that is gone, even if its number was given to another', () => {
    const folder = join(base, 'stale');
    mkdirSync(folder);
    const lock = join(folder, 'server.lock');
    const { pid: gone } = spawnSync('true');
    writeFileSync(lock, JSON.stringify({ pid: gone, startedAt: 'before' }));
    openDataFolder(folder).release();
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, startedAt: 'before' }));
    openDataFolder(folder).release();
    writeFileSync(lock, '{"pid": 12');
    openDataFolder(folder).release();
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, startedAt: findProcessStart(process.ppid) }));
    assert.throws(() => openDataFolder(folder), { code: 'data-folder-in-use' });
    assert.match(readFileSync(lock, 'utf8'), new RegExp(`${process.ppid}`));
  });

  it('says so when it cannot be written to', () => {
    // Root may write anywhere but in the kernel's own tree.
    const folder = isRoot ? '/sys/kernel/balairung' : join(base, 'closed');
    if (!isRoot) {
      mkdirSync(folder);
      chmodSync(folder, 0o500);
    }
    assert.throws(() => openDataFolder(folder), { code: 'data-folder-not-writable' });
  });

  it('says so when a file stands in its place', () => {
    const file = join(base, 'file');
    writeFileSync(file, '');
    assert.throws(() => openDataFolder(file), { code: 'data-folder-not-a-folder' });
    assert.throws(() => openDataFolder(join(file, 'below')), { code: 'data-folder-not-a-folder' });
  });

  it('says so on a small or a read-only disk', (t) => {
    const folder = join(base, 'disk');
    mkdirSync(folder);
    const mounted = runSystem('mount', '-t', 'tmpfs', '-o', 'size=100m', 'balairung-test', folder);
    if (mounted.status !== 0) {
      // Only root may mount, and not in every container; the reason is shown and must be just that.
      t.diagnostic(`not tried on a real small disk: ${mounted.stderr}`);
      assert.match(mounted.stderr, /superuser|permission denied|not permitted/i);
      return;
    }
    try {
      assert.throws(() => openDataFolder(folder), { code: 'data-folder-full' });
      assert.equal(runSystem('mount', '-o', 'remount,ro,size=400m', folder).status, 0);
      assert.throws(() => openDataFolder(folder), { code: 'data-folder-not-writable' });
    } finally {
      runSystem('umount', folder);
    }
  });
});

function runSystem(program: string, ...args: string[]) {
  return spawnSync(program, args, { encoding: 'utf8' });
}

function sentenceOf(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (problem) {
    return problem instanceof Error ? problem.message : '';
  }
}
