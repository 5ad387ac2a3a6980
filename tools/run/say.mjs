/** Something that keeps the project from being set up; its message is one sentence for the person at the terminal. */
export class SetUpProblem extends Error {}

/** @param {string} line a line of progress, on standard error so that a task's own output stays clean */
export function say(line) {
  process.stderr.write(`balairung: ${line}\n`);
}
