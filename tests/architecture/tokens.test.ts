import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listFiles, readSource } from './source-files.ts';

test('every custom property that a style uses is set somewhere', () => {
  const sheets = listFiles(['.css', '.svelte']).map((path) => ({ path, source: readSource(path) }));
  const set = new Set(
    sheets.flatMap(({ source }) => [...source.matchAll(/(--[a-z0-9-]+)\s*[:=]/g)].map(([, name]) => name)),
  );
  const unknown = sheets.flatMap(({ path, source }) =>
    [...source.matchAll(/var\((--[a-z0-9-]+)/g)]
      .filter(([, name]) => !set.has(name))
      .map(([, name]) => `${path}: ${name}`),
  );
  assert.ok(set.size > 50, 'the tokens were read');
  assert.deepEqual(unknown, []);
});
