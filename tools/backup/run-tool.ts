import { StartProblem } from '../../src/platform/database/start-problem.ts';

/** A large database has progress worth telling; a small one is done before anyone reads it. */
const SAY_EVERY_MS = 1_000;

/** Lets a line through at most once a second. */
export function sayNowAndThen(say: (line: string) => void): (line: string) => void {
  let saidAt = performance.now();
  return (line) => {
    if (performance.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = performance.now();
    say(line);
  };
}

/**
 * Runs a tool: progress goes to standard error, an expected no becomes its sentence in both languages and exit code 1,
 * a fault shows where it came from.
 */
export async function runTool(tool: (say: (line: string) => void) => Promise<void>): Promise<void> {
  // Ended by a signal, it still gives its locks back and stops the database that it started.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
  try {
    await tool((line) => process.stderr.write(`balairung: ${line}\n`));
  } catch (problem) {
    console.error(problem instanceof StartProblem ? problem.message : problem);
    process.exitCode = 1;
  }
}
