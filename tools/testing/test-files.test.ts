import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import test from 'node:test';
import { CHECKOUT } from './programs.ts';
import { asPattern, listTestFiles } from './test-files.ts';

test('a test in a folder with brackets is found by the runner, which reads patterns', () => {
  const files = listTestFiles('unit').filter((path) => path.includes('['));
  assert.ok(files.length > 0, 'there are such folders: a page with a part of its address in it');
  for (const path of files) assert.deepEqual(globSync(asPattern(path), { cwd: CHECKOUT }), [path]);
});
