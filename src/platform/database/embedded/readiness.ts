import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem } from '../start-problem.ts';

/** Recovery after a crash replays at most a few hundred megabytes; a slow disk may take its time. */
const READY_MINUTES_MAX = 5;
const LOOK_AGAIN_MS = 25;
const CONNECT_MS_MAX = 3_000;
const SAY_SO_AFTER_MS = 3_000;

/** What PostgreSQL answers while it is starting, stopping or recovering. */
const CANNOT_CONNECT_NOW = '57P03';
const WRONG_PASSWORD = '28P01';

/**
 * Waits until the started database answers a connection.
 * @returns 'ready', or how its process ended before that
 */
export async function waitUntilReady(
  child: ChildProcess,
  { superuserUrl, onProgress }: { superuserUrl: string; onProgress: (line: string) => void },
): Promise<'ready' | { ended: string }> {
  const end: { said: string | undefined } = { said: undefined };
  child.once('error', (problem) => (end.said = problem.message));
  child.once('exit', (code, signal) => (end.said = signal ?? `code ${code}`));
  const startedAt = performance.now();
  let saidSo = false;
  while (performance.now() - startedAt < READY_MINUTES_MAX * 60_000) {
    if (await answers(superuserUrl)) return 'ready';
    if (end.said !== undefined) return { ended: end.said };
    if (!saidSo && performance.now() - startedAt > SAY_SO_AFTER_MS) {
      onProgress('the database is recovering, this may take a while …');
      saidSo = true;
    }
    await sleep(LOOK_AGAIN_MS);
  }
  child.kill('SIGQUIT');
  return { ended: `not ready after ${READY_MINUTES_MAX} minutes` };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS_MAX });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (problem) {
    const { code } = problem as { code?: string };
    if (code === WRONG_PASSWORD) throw wrongPasswordProblem(problem);
    // No socket yet, or not yet open to us: look again. Any other answer comes from a database that lives but has
    // something to say that waiting does not cure.
    if (code === undefined || code === CANNOT_CONNECT_NOW || /^E[A-Z]+$/.test(code)) return false;
    throw problem;
  } finally {
    await client.end().catch(() => {});
  }
}

function wrongPasswordProblem(cause: unknown): StartProblem {
  return new StartProblem(
    'database-passwords-lost',
    'Kata sandi basis data di folder data tidak cocok; kembalikan berkas database-passwords.json yang asli.',
    'The database passwords in the data folder do not fit; put the original database-passwords.json back.',
    { cause },
  );
}
