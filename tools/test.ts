// `npm test [-- STEP …]`: everything that keeps the hall standing. Steps by name run alone.
import { ensureChromium } from './testing/chromium.ts';
import { runSteps } from './testing/run-steps.ts';
import { STEPS } from './testing/steps.ts';

const names = process.argv.slice(2);
try {
  if (names.length === 0 || names.includes('browser'))
    process.env['CHROMIUM_PATH'] = ensureChromium((line) => console.log(line));
  process.exitCode = await runSteps(
    STEPS.map(({ name }) => name),
    names,
  );
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
