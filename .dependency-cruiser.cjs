// Who may import whom: docs/areas.md says it in words and holds the order that is read here.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const order = [
  ...readFileSync(join(__dirname, 'docs/areas.md'), 'utf8').matchAll(/^\d+\. `([a-z-]+)`/gm),
].map((match) => match[1]);
if (order.length === 0) throw new Error('docs/areas.md prints no order of areas');

/** Tests may look behind every door. */
const TESTS = String.raw`\.test\.ts$|/testing/`;
const VALUES = '^src/platform/values/';
const RULES = '^src/areas/[^/]+/rules/';
// A large contract is written in parts, each named for what it is about: `holder-contract.ts`.
const CONTRACTS = '^src/areas/[^/]+/[a-z-]*contract\\.ts$';
const CONTRACT_PIECES = '^src/platform/contract/(access|operation|shapes|import-shapes)\\.ts$';
const TIME = '^node_modules/temporal-polyfill/';
/** What other areas may see of an area. */
const DOORS = '^src/areas/[^/]+/(rules/|(contract|public)\\.ts$)';

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** An area and everything that stands after it in the order: to those no import may go. */
const laterAreas = order.map((area, place) =>
  forbid(
    `${area}-knows-only-earlier-areas`,
    'Areas import only those before them in docs/areas.md; a need to import backwards means a subject is missing.',
    { path: `^src/areas/${area}/`, pathNot: TESTS },
    { path: `^src/areas/(?!(${order.slice(0, place + 1).join('|')})/)` },
  ),
);

module.exports = {
  forbidden: [
    forbid(
      'no-circles',
      'A circle of imports has no first part to load; one that is closed by types alone does not exist at run time.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'every-area-has-its-place',
      'The area is missing in docs/areas.md.',
      {},
      { path: `^src/areas/(?!(${order.join('|')})/)` },
    ),
    ...laterAreas,
    forbid(
      'areas-meet-at-their-doors',
      'Another area is reached through its rules/, contract.ts or public.ts.',
      { path: '^src/areas/([^/]+)/', pathNot: TESTS },
      { path: '^src/areas/', pathNot: ['^src/areas/$1/', DOORS] },
    ),
    forbid(
      'platform-knows-no-area',
      'What every area stands on stands on none of them.',
      { path: '^src/platform/', pathNot: TESTS },
      { path: '^(src/(areas|server|routes|ui)|scenarios|tests|bench|tools)/' },
    ),
    forbid(
      'values-stand-alone',
      'Values know nothing else.',
      { path: VALUES, pathNot: TESTS },
      { pathNot: [VALUES, TIME] },
    ),
    forbid(
      'rules-are-pure',
      'Rules import values, rules and Temporal: no platform, no other package, no Node.',
      { path: RULES, pathNot: TESTS },
      { pathNot: [VALUES, RULES, TIME] },
    ),
    forbid(
      'contracts-are-data',
      'A contract is read by screens too: values, rules, contract pieces and zod, nothing of the server.',
      { path: [CONTRACTS, CONTRACT_PIECES], pathNot: TESTS },
      { pathNot: [VALUES, RULES, CONTRACTS, CONTRACT_PIECES, '^node_modules/(zod|@orpc/contract)/'] },
    ),
    forbid(
      'screens-see-server-code-as-types',
      'Two graphs of modules would each get their own pool and hub: pages import types and call the door.',
      { path: '^src/(ui|routes|hooks)', pathNot: TESTS },
      {
        path: '^src/(areas|platform|server)/',
        pathNot: [VALUES, RULES, CONTRACTS],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'ui-has-no-data-access',
      'Parts of screens get their data handed in.',
      { path: '^src/ui/', pathNot: TESTS },
      {
        path: '^src/(routes|server)/|^node_modules/(@orpc|pg|kysely)/',
        pathNot: ['^src/server/topics\\.ts$'],
      },
    ),
    forbid(
      'only-composition-knows-all',
      'Areas and platform are put together by src/server, never the other way round.',
      { path: '^src/(areas|platform)/', pathNot: TESTS },
      { path: '^src/(server|routes|ui)/' },
    ),
    forbid(
      'product-stands-without-its-scaffold',
      'Scenarios, tests, benches and tools import the product, which does not know them.',
      { path: '^src/', pathNot: TESTS },
      { path: '^(scenarios|tests|bench|tools)/' },
    ),
    forbid(
      'tests-are-not-imported',
      'What a test needs from another lies in testing/.',
      {},
      { path: '\\.test\\.ts$' },
    ),
    forbid(
      'imports-can-be-found',
      'The import leads nowhere.',
      { pathNot: '\\.svelte$' },
      { couldNotResolve: true, pathNot: '^(/?\\$|#app|node:)|\\$types|\\$app' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.svelte-kit|build|\\.cache)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.svelte', '.js', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'default', 'types'],
    },
  },
};
