import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRunningEmbedded } from '#platform/database/embedded/start-embedded.ts';

const CHECKOUT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const START_MS_MAX = 120_000;

/** What `npm start` runs, on a data folder and a free port of its own. */
export interface Started {
  readonly url: string;
  /** From the start of the process to the whole first page. */
  readonly firstPageMs: number;
  readonly output: string;
  /** Process ids of the server, what started it, and the database with its children. */
  pids(): number[];
  stop(): Promise<void>;
}

export function makeDataFolder(): { folder: string; remove: () => void } {
  const base = mkdtempSync(join(tmpdir(), 'balairung-bench-'));
  // As root the database runs as another user, who has to get through.
  chmodSync(base, 0o755);
  return { folder: join(base, 'data'), remove: () => rmSync(base, { recursive: true, force: true }) };
}

export async function startDemo(dataFolder: string, env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(CHECKOUT, 'tools', 'run.mjs'), 'start'], {
    cwd: CHECKOUT,
    env: {
      ...process.env,
      BALAIRUNG_DATA: dataFolder,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      PUBLIC_URL: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listen(child);
  const url = await addressOf(child, said);
  const page = await fetch(url);
  if (page.status !== 200) throw new Error(`the first page answered ${page.status}`);
  await page.text();
  const firstPageMs = performance.now() - startedAt;
  return {
    url,
    firstPageMs,
    output: said.text,
    pids() {
      const database = findRunningEmbedded(dataFolder)?.pid;
      return [child.pid!, ...(database === undefined ? [] : [database])].flatMap(withChildren);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

function listen(child: ChildProcess): { text: string } {
  const said = { text: '' };
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (part: Buffer) => (said.text += part.toString()));
  return said;
}

async function addressOf(child: ChildProcess, said: { readonly text: string }): Promise<string> {
  for (const until = performance.now() + START_MS_MAX; performance.now() < until;) {
    const [, port] = /siap di http:\/\/localhost:(\d+)/.exec(said.text) ?? [];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${said.text}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill('SIGKILL');
  throw new Error(`npm start was not ready in ${START_MS_MAX / 1000} s:\n${said.text}`);
}

function withChildren(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => parentOf(other) === pid);
  return [pid, ...children.flatMap(withChildren)];
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in parentheses may hold spaces; the parent is the second field after it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
  } catch {
    // Ended in between.
    return undefined;
  }
}
