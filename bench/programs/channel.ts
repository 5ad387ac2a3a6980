/** What a program of the bench answers to its parent, by name. */
export type Answers = Readonly<Record<string, (input: never) => Promise<unknown>>>;

interface Request {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** Serves the parent until it says stop or goes away. */
export function serveRequests(answers: Answers): void {
  process.on('message', (message) => void answer(message as Request));
  process.on('disconnect', () => process.exit(0));
  process.send!({ ready: true });

  async function answer({ id, name, input }: Request): Promise<void> {
    try {
      const value = await answers[name]!(input as never);
      process.send!({ id, value });
    } catch (error) {
      process.send!({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    if (name === 'stop') process.exit(0);
  }
}
