import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CHECKOUT } from './serve.ts';

// `npm run dev`: the development server, started anew whenever server code changes; the data stays.
const WATCHED = ['src/areas', 'src/platform', 'src/server', 'scenarios', 'migrations'];

const child = spawn(
  process.execPath,
  [
    ...WATCHED.map((folder) => `--watch-path=${join(CHECKOUT, folder)}`),
    '--watch-preserve-output',
    join(CHECKOUT, 'tools', 'dev-server.ts'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
