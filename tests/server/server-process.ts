import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Demo } from '#scenarios/demo.ts';

const PROGRAM = join(import.meta.dirname, 'run-server.ts');
const START_MS_MAX = 60_000;
const STOP_MS_MAX = 20_000;

export interface ServerOrder {
  readonly dataFolder: string;
  /** Without it the embedded database of the data folder. */
  readonly database?: { readonly migratorUrl: string; readonly appUrl: string };
  /** Folder with the built screens; operations alone when absent. */
  readonly screensFolder?: string;
  /** 0 or absent: any free one. */
  readonly port?: number;
  /** Opens scenario balangan. */
  readonly demo: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly port: number;
  readonly demo: Demo | undefined;
  /** Where there is no mall: what the terminal would have shown. */
  readonly setUpLink: string | undefined;
  /** What it wrote to the terminal so far: its log. */
  output(): string;
  /** In good order. */
  stop(): Promise<void>;
  /** At once, as by a power cut. */
  kill(): Promise<void>;
}

/** Starts a server as an operator would, in a process of its own. @throws Error with the sentence of its problem */
export async function startServerProcess(order: ServerOrder): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', PROGRAM, order.screensFolder ?? '', order.demo ? 'demo' : ''],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: environmentOf(order) },
  );
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (text: Buffer) => (output = (output + text.toString()).slice(-200_000)));
  const said = await Promise.race([
    once(child, 'message').then(([message]) => message as Said),
    once(child, 'exit').then(() => ({ kind: 'problem', sentence: output }) as const),
    sleep(START_MS_MAX, { kind: 'problem', sentence: `not ready in time\n${output}` } as const, {
      ref: false,
    }),
  ]);
  if (said.kind === 'problem') {
    child.kill('SIGKILL');
    throw new Error(said.sentence);
  }
  return {
    child,
    url: said.url,
    port: Number(new URL(said.url).port),
    demo: said.demo,
    setUpLink: said.setUpLink,
    output: () => output,
    stop: () =>
      end(
        child,
        () => child.send('stop'),
        () => output,
      ),
    kill: () =>
      end(
        child,
        () => child.kill('SIGKILL'),
        () => output,
      ),
  };
}

type Said =
  | {
      readonly kind: 'ready';
      readonly url: string;
      readonly demo: Demo | undefined;
      readonly setUpLink: string | undefined;
    }
  | { readonly kind: 'problem'; readonly sentence: string };

function environmentOf({ dataFolder, database, port = 0, env }: ServerOrder): NodeJS.ProcessEnv {
  const { PUBLIC_URL: _, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    BALAIRUNG_DATA: dataFolder,
    DATABASE_URL: database?.migratorUrl ?? '',
    ...(database ? { BALAIRUNG_APP_URL: database.appUrl, BALAIRUNG_READER_URL: database.appUrl } : {}),
    // A whole test comes from one address.
    BALAIRUNG_REQUESTS_PER_MINUTE: '0',
    ...env,
  };
}

const endedByUs = new WeakSet<ChildProcess>();

/** @throws Error with its last words when the server had died by itself: no test may overlook that */
async function end(child: ChildProcess, tell: () => void, lastWords: () => string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    if (endedByUs.has(child)) return;
    const how = child.signalCode ?? `exit code ${child.exitCode}`;
    throw new Error(`the server had died by itself (${how}):\n${lastWords().slice(-4000)}`);
  }
  endedByUs.add(child);
  const ended = once(child, 'exit');
  tell();
  const inTime = await Promise.race([ended.then(() => true), sleep(STOP_MS_MAX, false, { ref: false })]);
  if (inTime) return;
  child.kill('SIGKILL');
  await ended;
  throw new Error('the server did not stop in time');
}
