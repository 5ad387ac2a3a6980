// `npm run types`: writes the row types from a database that the migrations have just made. `--check` only compares,
// and ends with 1 when a migration was not followed by new types.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as prettier from 'prettier';
import { withTestDatabase } from '../src/platform/database/testing/test-database.ts';

const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));
const ROW_TYPES = join(CHECKOUT, 'src/platform/database/row-types.ts');

/** As the pool reads them: a day is its text, a big integer a number. */
const OPTIONS = [
  ...['--dialect', 'postgres', '--log-level', 'error'],
  ...['--include-pattern', 'public.*', '--date-parser', 'string', '--type-mapping', '{"int8":"number"}'],
];

const wanted = await generateRowTypes();
const name = relative(CHECKOUT, ROW_TYPES);
if (!process.argv.includes('--check')) {
  await writeFile(ROW_TYPES, wanted);
  console.log(`${name} is written.`);
} else if ((await readFile(ROW_TYPES, 'utf8')) !== wanted) {
  console.error(`${name} does not fit the migrations: run "npm run types".`);
  process.exitCode = 1;
}

async function generateRowTypes(): Promise<string> {
  const database = await withTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'balairung-types-'));
  try {
    const file = join(folder, 'row-types.ts');
    const program = join(dirname(createRequire(import.meta.url).resolve('kysely-codegen')), 'cli/bin.js');
    // The address carries a password: it goes by the environment, not by the command line that everyone can list.
    await promisify(execFile)(process.execPath, [program, ...OPTIONS, '--out-file', file], {
      cwd: CHECKOUT,
      env: { ...process.env, DATABASE_URL: database.urlFor('migrator') },
    });
    const options = (await prettier.resolveConfig(ROW_TYPES)) ?? {};
    return await prettier.format(await readFile(file, 'utf8'), { ...options, filepath: ROW_TYPES });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await database.stop();
  }
}
