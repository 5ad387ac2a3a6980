import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTest, listAreas, listFiles, nameOf, readSource, stripComments } from './source-files.ts';

/**
 * Only the store files of an area write its tables (docs/adr/0008): whoever wants to know how a row can change reads
 * one file. Which table is whose stands in the migrations, as a comment `-- area: …` above the area's tables.
 */

/** Files with another name that hold statements which write, each with its reason. */
const STORES_BY_ANOTHER_NAME: Readonly<Record<string, string>> = {
  'src/areas/capacity/ledger.ts': 'the text that queue puts into its one statement which gives a number',
};

interface Write {
  readonly path: string;
  readonly table: string;
}

function readOwners(): Map<string, string> {
  const areas = new Set(listAreas());
  // The sign-in library's own schema: its tables are named through it.
  const owners = new Map([['auth', 'staff']]);
  for (const path of listFiles(['.sql']).filter((file) => file.startsWith('migrations/'))) {
    let owner = 'platform';
    for (const line of readSource(path).split('\n')) {
      const heading = /^-- ([a-z-]+): /.exec(line)?.[1];
      if (heading !== undefined && areas.has(heading)) owner = heading;
      const table = /^create table (?:if not exists )?([a-z_]+)/.exec(line)?.[1];
      if (table !== undefined && table !== 'auth') owners.set(table, owner);
    }
  }
  return owners;
}

const WRITES = [
  /\b(?:insert\s+into|delete\s+from)\s+"?([a-z_]+)/g,
  /\bupdate\s+"?([a-z_]+)"?(?:\s+(?:as\s+)?[a-z]\w*)?\s+set\b/g,
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'([a-z_]+)/g,
  /\btruncate\s+(?:table\s+)?"?([a-z_]+)/g,
];

function findWrites(paths: readonly string[], tables: ReadonlySet<string>): Write[] {
  return paths.flatMap((path) => {
    const code = stripComments(readSource(path));
    const found = WRITES.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]!));
    return found.filter((table) => tables.has(table)).map((table) => ({ path, table }));
  });
}

const owners = readOwners();
const writes = findWrites(
  listFiles(['.ts', '.svelte']).filter((path) => path.startsWith('src/') && !isTest(path)),
  new Set(owners.keys()),
);

test('the statements that write are found', () => {
  // Whoever rewrites a store in a way that these patterns do not see must hear of it.
  for (const table of ['stop', 'stop_interval', 'capacity_ledger', 'counter_session', 'rating'])
    assert.ok(
      writes.some((write) => write.table === table),
      `nothing seems to write ${table}`,
    );
  assert.ok(writes.length >= 30, `only ${writes.length} writing statements were found`);
});

test('a table is written only by the area that owns it', () => {
  const strangers = writes.filter(({ path, table }) => {
    const owner = owners.get(table)!;
    return !path.startsWith(owner === 'platform' ? 'src/platform/' : `src/areas/${owner}/`);
  });
  assert.deepEqual(strangers, []);
});

test('within an area only its store files write', () => {
  const elsewhere = writes
    .filter(({ path }) => path.startsWith('src/areas/'))
    .filter(({ path }) => !/(^|-)store\.ts$/.test(nameOf(path)) && !(path in STORES_BY_ANOTHER_NAME));
  assert.deepEqual(elsewhere, []);
});
