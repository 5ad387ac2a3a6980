import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** pgbench of the system, else Debian's when we are root. @throws with one sentence when there is none */
export function findPgbench(): string {
  const known = () =>
    [
      ...(process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'pgbench')),
      ...globSync('/usr/lib/postgresql/*/bin/pgbench'),
    ].find(existsSync);
  const found = known();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0) {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-q', 'postgresql-contrib', 'postgresql'], { stdio: 'ignore' });
  }
  const installed = known();
  if (installed === undefined)
    throw new Error('The bench compares with pgbench, which is not installed: apt-get install postgresql.');
  return installed;
}

export interface PgbenchRun {
  readonly databaseUrl: string;
  readonly script: string;
  readonly clients: number;
  /** Transactions of each client; or for so many seconds. */
  readonly length: { readonly transactions: number } | { readonly seconds: number };
}

/** Transactions per second, without the time to connect. */
export async function runPgbench(pgbench: string, run: PgbenchRun): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'balairung-pgbench-'));
  const file = join(folder, 'script.sql');
  writeFileSync(file, run.script);
  const url = new URL(run.databaseUrl.replace(/@[^/]+/, '@localhost'));
  const host = decodeURIComponent(/@([^/]+)\//.exec(run.databaseUrl)![1]!);
  const length =
    'seconds' in run.length ? ['-T', String(run.length.seconds)] : ['-t', String(run.length.transactions)];
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(run.clients),
    '-j',
    '2',
    '-D',
    'turn=0',
    ...length,
    '-f',
    file,
  ];
  // The address carries a password: it goes by the environment.
  const env = {
    ...process.env,
    PGHOST: host,
    PGUSER: url.username,
    PGPASSWORD: url.password,
    PGDATABASE: url.pathname.slice(1),
  };
  try {
    const child = spawn(pgbench, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (output += part.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    const [, perSecond] = /tps = ([\d.]+) \(without/.exec(output) ?? [];
    const [, failed] = /number of failed transactions: (\d+)/.exec(output) ?? [];
    if (code !== 0 || perSecond === undefined || (failed !== undefined && failed !== '0'))
      throw new Error(`pgbench failed:\n${output}`);
    return Number(perSecond);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
