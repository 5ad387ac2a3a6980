// `npm run check`: all of `npm test` that needs no browser and breaks nothing, in a minute.
import { runSteps } from './testing/run-steps.ts';
import { STEPS } from './testing/steps.ts';

const quick = STEPS.map(({ name }) => name).filter((name) => name !== 'browser' && name !== 'faults');
process.exitCode = await runSteps(quick, process.argv.slice(2));
