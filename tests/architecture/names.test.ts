import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAreas, listFiles, listFolders, nameOf } from './source-files.ts';

/** Names under which anything can be put away and nothing be found. */
const EMPTY_NAMES = /^(.+-)?(utils?|helpers?|service|managers?|common|misc|stuff|lib)$/;
/** Here the word is meant: a service that citizens ask for, the mall's manager, words and icons of all surfaces. */
const MEANT =
  /\/match-service\.|^tests\/journeys\/manager\.|^src\/ui\/(words\/(id|en)\/(manager|common)\.ts|icons\/common\.svg)$/;

const paths = [
  ...listFiles(['']).filter((path) => !path.startsWith('static/')),
  ...listFolders().map(({ path }) => path),
];

test('a file is named for what it says', () => {
  const stem = (path: string) => nameOf(path).split('.', 1)[0]!;
  const empty = paths.filter((path) => EMPTY_NAMES.test(stem(path)) && !MEANT.test(path));
  assert.deepEqual(empty, []);
});

test('files are written in kebab-case, components in PascalCase, migrations by number', () => {
  const odd = listFiles(['.ts', '.mjs', '.sql', '.css', '.svelte']).filter((path) => {
    const name = nameOf(path);
    if (path.startsWith('src/routes/') && name.startsWith('+')) return false;
    if (name.endsWith('.svelte')) return !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(name);
    if (path.startsWith('migrations/')) return !/^\d{4}_[a-z0-9-]+\.sql$/.test(name);
    return !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|mjs|sql|css)$/.test(name);
  });
  assert.deepEqual(odd, []);
});

test('migrations are numbered without a gap', () => {
  const numbers = listFiles(['.sql'])
    .filter((path) => path.startsWith('migrations/'))
    .map((path) => Number(nameOf(path).slice(0, 4)));
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    numbers.map((_, place) => place + 1),
  );
});

test('every area has its place in the printed order', () => {
  const folders = listFolders().flatMap(({ path }) => /^src\/areas\/([^/]+)$/.exec(path)?.[1] ?? []);
  assert.deepEqual(folders.toSorted(), listAreas().toSorted());
});
