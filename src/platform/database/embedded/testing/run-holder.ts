import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const HOLDER = fileURLToPath(new URL('./hold-database.ts', import.meta.url));

/** What the holding program said once it had started the database, or why it could not. */
export interface Held {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly socketFolder: string;
  readonly url: string;
  readonly code?: string;
}

/** Starts a database in a process of its own, so that the process can be killed. */
export async function runHolder(
  dataFolder: string,
  options: { leave?: boolean; uid?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Held> {
  const child = spawn(process.execPath, [HOLDER, dataFolder, ...(options.leave === true ? ['leave'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as Omit<Held, 'child'>) };
}

/** Kills it without giving it a chance to tidy up. */
export async function killHolder({ child }: Held): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
