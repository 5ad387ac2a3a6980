import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTest, listFiles, readSource, stripComments } from './source-files.ts';

/*
 * Rules run on the server, in the kiosk and in the simulator and must say the same everywhere. That they use neither
 * DOM nor Node is seen by the compiler (tsconfig.rules.json); the clock and chance belong to the language itself.
 */
const IMPURE = [
  { pattern: /\bDate\b(?!Text)/, what: 'Date' },
  { pattern: /\bTemporal\.Now\b/, what: 'Temporal.Now' },
  { pattern: /\bMath\.random\b/, what: 'Math.random' },
  { pattern: /\b(?:performance|process|globalThis|crypto)\./, what: 'the machine' },
  { pattern: /\b(?:window|document|localStorage|navigator)\./, what: 'the browser' },
  { pattern: /\bawait\b|\basync\b/, what: 'waiting' },
];

const rules = listFiles(['.ts']).filter(
  (path) => /^src\/(areas\/[^/]+\/rules|platform\/values)\//.test(path) && !isTest(path),
);

test('rules and values know neither clock nor chance nor machine', () => {
  assert.ok(rules.length >= 15, `only ${rules.length} rule files were found`);
  const impure = rules.flatMap((path) => {
    const code = stripComments(readSource(path)).replace(/'[^'\n]*'/g, "''");
    return IMPURE.filter(({ pattern }) => pattern.test(code)).map(({ what }) => `${path}: ${what}`);
  });
  assert.deepEqual(impure, []);
});

test('rules are checked by their own compiler settings, without DOM and Node', () => {
  const settings = JSON.parse(readSource('tsconfig.rules.json')) as {
    compilerOptions: { lib: string[]; types: string[] };
    include: string[];
  };
  assert.deepEqual(settings.compilerOptions.types, []);
  assert.deepEqual(settings.compilerOptions.lib, ['es2024', 'esnext.temporal']);
  assert.deepEqual(settings.include, ['src/areas/*/rules/**/*.ts', 'src/platform/values/**/*.ts']);
});
