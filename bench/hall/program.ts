import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ANSWER_MS_MAX = 90_000;

/** A process of the bench that answers over its channel. */
export class Program {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  #count = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (message) =>
      this.#settle(message as { id?: number; value?: unknown; failed?: string }),
    );
    child.on('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`a bench program ended (${code})`));
      this.#waiting.clear();
    });
  }

  /** Starts `programs/<file>` and waits until it is ready. */
  static async start(file: string, env: NodeJS.ProcessEnv = {}): Promise<Program> {
    const path = fileURLToPath(new URL(`../programs/${file}`, import.meta.url));
    const child = fork(path, {
      // Not the parent's own flags: what npm's tasks load first lets a process end while it waits to be asked.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`${file} ended before it was ready (${String(code)})`);
    });
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => {});
    return new Program(child);
  }

  get pid(): number {
    return this.#child.pid!;
  }

  async ask<T>(name: string, input: unknown = null): Promise<T> {
    const id = (this.#count += 1);
    const answer = new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`${name} got no answer in ${ANSWER_MS_MAX / 1000} s`));
      }, ANSWER_MS_MAX);
      const done =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          clearTimeout(timer);
          settle(value);
        };
      this.#waiting.set(id, { resolve: done(resolve), reject: done(reject) });
    });
    this.#child.send({ id, name, input });
    return (await answer) as T;
  }

  /** A program that stands still takes nothing from the one beside it. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.thaw();
    const ended = once(this.#child, 'exit');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 15_000);
    this.ask('stop').catch(() => {});
    await ended;
    clearTimeout(timer);
  }

  #settle({ id, value, failed }: { id?: number; value?: unknown; failed?: string }): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (!waiting || id === undefined) return;
    this.#waiting.delete(id);
    if (failed === undefined) waiting.resolve(value);
    else waiting.reject(new Error(failed));
  }
}
