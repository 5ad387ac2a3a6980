import { startTestServer, TEST_SERVER_VARIABLE } from '#platform/database/testing/test-server.ts';
import { buildScreensCopy } from '../build.ts';
import { programOf, runNode, type Ended } from './programs.ts';
import { asPattern, listTestFiles, type TestKind } from './test-files.ts';

export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  /** Tests that said why they cannot run here. */
  readonly skipped: number;
  readonly output: string;
}

export interface Step {
  readonly name: string;
  readonly what: string;
  run(): Promise<StepResult>;
}

/** Everything that is looked at, in this order. `npm run check` leaves out what needs a browser or breaks things. */
export const STEPS: readonly Step[] = [
  check('format', 'every file has the one form', () => [['tools/format.ts', '--check']]),
  check('lint', 'oxlint, with types', () => [[programOf('oxlint'), '--type-aware', '--deny-warnings']]),
  check('types', 'svelte-check over screens and everything else, and tsc for rules alone', () => [
    [programOf('svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
    [programOf('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.rules.json'],
  ]),
  check('row types', 'they fit the migrations', () => [['tools/row-types.ts', '--check']]),
  check('openapi', 'docs/openapi.json and docs/permissions.md fit the contract', () => [
    ['tools/openapi.ts', '--verify'],
  ]),
  check('unused', 'knip: no file, export or package that nobody uses', () => [
    [programOf('knip'), '--no-progress', '--treat-config-hints-as-errors'],
  ]),
  check('imports', 'dependency-cruiser: who may import whom', () => [
    [
      programOf('dependency-cruiser', 'depcruise'),
      ...['src', 'scenarios', 'tests', 'tools'],
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', '--cache', '.cache/imports'],
      ...['--cache-strategy', 'content'],
    ],
  ]),
  tests('architecture', 'sizes, names, who writes which table', { concurrency: 2, minutesMax: 3 }),
  tests('unit', 'rules and parts without a database', { concurrency: 2, minutesMax: 8 }),
  tests('database', 'areas and platform on a real PostgreSQL', { concurrency: 2, minutesMax: 20 }),
  tests('machine', 'the embedded database and its backup: started, killed, restored', {
    concurrency: 2,
    minutesMax: 8,
  }),
  tests('browser', 'journeys in Chromium, with axe', { concurrency: 3, minutesMax: 30 }),
  tests('faults', 'crashes, lost replies and full disks', { concurrency: 1, minutesMax: 12 }),
];

/** Programs that must end well; together they count as one. */
function check(name: string, what: string, programs: () => string[][]): Step {
  return {
    name,
    what,
    async run() {
      let output = '';
      let ok = true;
      for (const words of programs()) {
        const ended = await runNode(words);
        ok &&= ended.ok;
        if (!ended.ok) output += ended.output;
      }
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output };
    },
  };
}

function tests(
  kind: TestKind,
  what: string,
  { concurrency, minutesMax }: { concurrency: number; minutesMax: number },
): Step {
  return {
    name: kind,
    what,
    async run() {
      const files = listTestFiles(kind);
      if (files.length === 0) return { passed: 0, failed: 1, skipped: 0, output: 'no test file was found\n' };
      const words = [
        '--test',
        `--test-concurrency=${concurrency}`,
        '--test-timeout=120000',
        '--test-reporter=spec',
        ...files.map(asPattern),
      ];
      if (kind === 'browser') await buildScreensCopy(() => {});
      const server =
        kind === 'database' || kind === 'machine' || kind === 'browser' ? await startTestServer() : undefined;
      try {
        const env = server ? { [TEST_SERVER_VARIABLE]: server.dataFolder } : {};
        return readSummary(await runNode(words, { minutesMax, env }));
      } finally {
        await server?.stop();
      }
    },
  };
}

/** The runner's own counts; a run without them did not end as a run of tests. */
function readSummary({ ok, output }: Ended): StepResult {
  const count = (name: string) => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? NaN);
  const [passed, failed, cancelled] = [count('pass'), count('fail'), count('cancelled')];
  const said = Number.isFinite(passed);
  const failures = said ? failed + cancelled : 0;
  return {
    passed: said ? passed : 0,
    failed: ok ? failures : Math.max(1, failures),
    skipped: said ? count('skipped') : 0,
    output,
  };
}
