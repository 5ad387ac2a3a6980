import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CHECKOUT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An operator's settings in the shell of whoever runs the tests are not meant for the tests. */
const NOT_INHERITED = /^(DATABASE_URL|PUBLIC_URL|PORT|HOST|NODE_OPTIONS|NODE_TEST_CONTEXT|BALAIRUNG_.*)$/;

export interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

const running = new Set<ChildProcess>();

/**
 * Runs a JavaScript or TypeScript program with this very Node in the checkout, and gives back what it wrote.
 * @param options.minutesMax after these it is ended and counts as failed
 */
export async function runNode(
  words: readonly string[],
  options: { env?: Readonly<Record<string, string>>; minutesMax?: number } = {},
): Promise<Ended> {
  const { env = {}, minutesMax = 8 } = options;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inheritedEnvironment(), ...env },
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const timer = setTimeout(() => {
    output += `\nended after ${minutesMax} minutes\n`;
    child.kill('SIGKILL');
  }, minutesMax * 60_000);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  running.delete(child);
  return { ok: code === 0, output };
}

/** Ends whatever runs, when the run itself is ended. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** The file behind a package's command, so that it runs with this Node whatever PATH says. */
export function programOf(packageName: string, command = packageName): string {
  const folder = join(CHECKOUT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, file);
}

function inheritedEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !NOT_INHERITED.test(name) || name === 'BALAIRUNG_TEST_SERVER',
  );
  // Every test file is a process of its own; compiled once, a module is only read by the others.
  const compiled = join(CHECKOUT, '.cache', 'compiled');
  return { ...Object.fromEntries(kept), FORCE_COLOR: '0', NO_COLOR: '1', NODE_COMPILE_CACHE: compiled };
}
