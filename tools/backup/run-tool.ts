import { StartProblem } from '../../src/platform/database/start-problem.ts';

/**
 * Runs a tool: progress goes to standard error, an expected no becomes its sentence in both languages and exit code 1,
 * a fault shows where it came from.
 */
export async function runTool(tool: (say: (line: string) => void) => Promise<void>): Promise<void> {
  try {
    await tool((line) => process.stderr.write(`balairung: ${line}\n`));
  } catch (problem) {
    console.error(problem instanceof StartProblem ? problem.message : problem);
    process.exitCode = 1;
  }
}
