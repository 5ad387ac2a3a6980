// `npm run check`: all of `npm test` but browsers and what starts and kills whole programs.
import { runSteps } from './testing/run-steps.ts';
import { STEPS } from './testing/steps.ts';

const SLOW = new Set(['machine', 'browser', 'faults']);
const quick = STEPS.map(({ name }) => name).filter((name) => !SLOW.has(name));
process.exitCode = await runSteps(quick, process.argv.slice(2));
