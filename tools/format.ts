// `npm run format [-- FILES]`: brings files (all by default) into the one form; `--check` only says which are not.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));

const words = process.argv.slice(2);
const files = words.filter((word) => word !== '--check');
const mode = words.includes('--check') ? '--check' : '--write';
const program = join(dirname(createRequire(import.meta.url).resolve('prettier')), 'bin/prettier.cjs');
const { status } = spawnSync(
  process.execPath,
  [program, mode, '--log-level=warn', '--cache', '--ignore-unknown', ...(files.length > 0 ? files : ['.'])],
  { cwd: CHECKOUT, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
