import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listFiles, listFolders, readSource } from './source-files.ts';

const LINES_MAX = 300;
const ENTRIES_MAX = 15;

/** Longer than allowed, each with its reason. */
const LONG_FILES: Readonly<Record<string, string>> = {
  'src/platform/database/row-types.ts': 'written by `npm run types`',
};

/** Fuller than allowed, each with how many and the reason. */
const FULL_FOLDERS: Readonly<Record<string, { readonly entriesMax: number; readonly why: string }>> = {
  'static/voice/id': { entriesMax: 80, why: 'one clip for each spoken word' },
  'static/voice/en': { entriesMax: 80, why: 'one clip for each spoken word' },
  'src/ui/components': { entriesMax: 45, why: 'one file for each part of a screen, found by its name' },
  'src/ui/words/id': { entriesMax: 45, why: 'one file for each surface, and for each subject of its words' },
  'src/ui/words/en': { entriesMax: 45, why: 'one file for each surface, and for each subject of its words' },
  'src/routes': {
    entriesMax: 20,
    why: 'one folder for each surface, and for each subject that two of them share',
  },
  'src/routes/(manage)/kelola': {
    entriesMax: 24,
    why: 'one folder for each page of the manager, by its address',
  },
  'src/areas/staff': { entriesMax: 20, why: 'officers, seats, devices, sign-in: one file for each use case' },
  'src/areas': { entriesMax: 30, why: 'one folder for each subject, in the printed order' },
  'src/server': { entriesMax: 20, why: 'one file for each part that is put together' },
  migrations: { entriesMax: 500, why: 'one file for each change of the schema, by number' },
  tools: { entriesMax: 24, why: 'one file for each npm task' },
  'docs/adr': { entriesMax: 200, why: 'one file for each decision, by number' },
};

test(`no file is longer than ${LINES_MAX} lines`, () => {
  const long = listFiles(['.ts', '.mjs', '.svelte', '.css', '.sql'])
    .filter((path) => !(path in LONG_FILES))
    .map((path) => ({ path, lines: readSource(path).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LINES_MAX);
  assert.deepEqual(long, []);
});

test(`no folder holds more than ${ENTRIES_MAX} things, not counting tests and the README`, () => {
  const full = listFolders()
    .map(({ path, entries }) => ({ path, count: entries.filter(counts).length }))
    .filter(({ path, count }) => count > (FULL_FOLDERS[path]?.entriesMax ?? ENTRIES_MAX));
  assert.deepEqual(full, []);
});

/** A test and a README stand beside what they are about, and `+page` and the like mean the same everywhere. */
function counts(name: string): boolean {
  return !name.endsWith('.test.ts') && !name.startsWith('+') && name !== 'README.md';
}

test('every exception is still needed', () => {
  const files = new Set(listFiles(['']));
  const folders = new Map(listFolders().map(({ path, entries }) => [path, entries.filter(counts).length]));
  const idle = [
    ...Object.keys(LONG_FILES).filter(
      (path) => !files.has(path) || readSource(path).trimEnd().split('\n').length <= LINES_MAX,
    ),
    ...Object.keys(FULL_FOLDERS).filter((path) => (folders.get(path) ?? 0) <= ENTRIES_MAX),
  ].filter((path) => path !== 'docs/adr');
  assert.deepEqual(idle, []);
});
