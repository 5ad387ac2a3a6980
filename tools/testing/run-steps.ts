import { endPrograms, programOf, runNode } from './programs.ts';
import { STEPS, type Step, type StepResult } from './steps.ts';

/** Static checks run two at a time; what starts servers has the machine for itself. */
const ALONE = new Set(['unit', 'database', 'machine', 'browser', 'faults']);
const SIDE_BY_SIDE = 2;

/**
 * Runs the steps and says of each what came out, in the printed order; a failed one does not keep the others from
 * running. Ends with one plain line of counts.
 * @param names only these steps; all of `offered` when empty
 * @returns the exit code
 */
export async function runSteps(offered: readonly string[], names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no step "${unknown[0]}"; there are: ${STEPS.map(({ name }) => name).join(', ')}.`,
    );
    return 1;
  }
  const wanted = STEPS.filter(({ name }) => (names.length > 0 ? names : offered).includes(name));
  endWithSignals();
  const startedAt = performance.now();
  // tsconfig.json extends what the screens' framework writes, and a fresh clone has none of it yet.
  await runNode([programOf('@sveltejs/kit', 'svelte-kit'), 'sync']);
  const results = await runInOrder(wanted);
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, { result }) => total + result[key], 0);
  console.log(`\n── Summary ${'─'.repeat(60)}`);
  for (const { step, result, seconds } of results) console.log(summaryLine(step, result, seconds));
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const aside = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`\n${((performance.now() - startedAt) / 1000).toFixed(0)} seconds`);
  console.log(`${passed} passed, ${failed} failed${aside}`);
  return failed === 0 ? 0 : 1;
}

interface Done {
  readonly step: Step;
  readonly result: StepResult;
  readonly seconds: number;
}

/** What is ready is told as soon as everything before it was told. */
async function runInOrder(steps: readonly Step[]): Promise<Done[]> {
  const waiting = [...steps.filter(({ name }) => !ALONE.has(name))];
  const done = new Map<Step, Promise<Done>>();
  const finish = new Map<Step, (outcome: Done) => void>();
  for (const step of waiting) done.set(step, new Promise((resolve) => finish.set(step, resolve)));
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) finish.get(step)!(await runOne(step));
  };
  const workers = Array.from({ length: SIDE_BY_SIDE }, worker);
  const results: Done[] = [];
  for (const step of steps) {
    if (ALONE.has(step.name)) await Promise.all(workers);
    console.log(
      `\n── ${step.name}: ${step.what} ${'─'.repeat(Math.max(2, 66 - step.name.length - step.what.length))}`,
    );
    const outcome = await (done.get(step) ?? runOne(step));
    tell(outcome);
    results.push(outcome);
  }
  return results;
}

async function runOne(step: Step): Promise<Done> {
  const startedAt = performance.now();
  const result = await step.run().catch((error: unknown): StepResult => {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: 0, output };
  });
  return { step, result, seconds: (performance.now() - startedAt) / 1000 };
}

function tell({ result, seconds }: Done): void {
  if (result.output.trim() !== '') console.log(result.output.trimEnd());
  console.log(`${result.failed === 0 ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
}

function summaryLine(step: Step, { passed, failed, skipped }: StepResult, seconds: number): string {
  const mark = failed === 0 ? 'ok    ' : 'FAILED';
  const counts = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return `${mark} ${step.name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`;
}

/** Ctrl-C ends the programs; the database of the run then ends with this process. */
function endWithSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      endPrograms();
      process.exit(130);
    });
  }
}
