import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem } from '#platform/database/start-problem.ts';
import { openDemo, type Demo } from '#scenarios/demo.ts';
import { startDemoCrowd } from '#scenarios/demo-crowd.ts';
import { startServer, type Running } from '#server/main.ts';
import type { NodeHandler } from '#server/wiring.ts';

export const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));

export const say = (line: string) => console.log(`  ${line}`);

export interface ServeOptions {
  readonly args: readonly string[];
  /** Brings the screens; the built ones when absent. */
  readonly loadScreens?: () => Promise<NodeHandler>;
}

/**
 * Serves until a signal: database, application, the demonstration unless `--empty`. A problem at the start is one
 * sentence in each language and exit code 1.
 */
export async function serveUntilSignal(options: ServeOptions): Promise<void> {
  try {
    await serve(options);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    console.error(`\n  ${error.sentenceId}\n  ${error.sentenceEn}\n`);
    process.exit(1);
  }
}

async function serve({ args, loadScreens }: ServeOptions): Promise<void> {
  const unknown = args.find((arg) => arg !== '--empty');
  if (unknown !== undefined) {
    throw new StartProblem(
      'unknown-argument',
      `Tidak ada pilihan ${unknown}; yang ada: --empty.`,
      `There is no option ${unknown}; there is: --empty.`,
    );
  }
  const stopping = stopOnSignal();
  const running = await startServer({
    env: process.env,
    checkout: CHECKOUT,
    onProgress: say,
    ...(loadScreens ? { loadScreens } : {}),
  });
  stopping.beforeExit(running.stop);
  const demo = args.includes('--empty') ? undefined : await openDemoOf(running);
  if (demo) {
    const crowd = await startDemoCrowd({ ...running.app.shared, mallId: demo.mallId, log: running.app.log });
    stopping.beforeExit(crowd.stop);
  }
  printAddresses(running, demo);
}

function openDemoOf({ app, dataFolder, publicUrl }: Running): Promise<Demo> {
  return openDemo({ pool: app.pool, signIn: app.signIn, tokens: app.tokens, dataFolder, publicUrl });
}

/**
 * Ctrl-C once ends everything in order, the last thing started first. During the start there is nothing to end yet: the
 * process ends at once and takes its database along.
 */
function stopOnSignal() {
  const steps: (() => Promise<unknown>)[] = [];
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('Berhenti … / Stopping …');
    for (const step of steps.toReversed()) await step();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  return { beforeExit: (step: () => Promise<unknown>) => void steps.push(step) };
}

function printAddresses({ publicUrl }: Running, demo: Demo | undefined): void {
  const lines = [
    '',
    `  Balairung siap di ${publicUrl}`,
    '',
    `  Portal warga         ${publicUrl}/`,
    `  Loket petugas        ${publicUrl}/loket`,
    `  Pengelola            ${publicUrl}/kelola`,
    `  Kios                 ${publicUrl}/kios`,
    `  Papan panggilan      ${publicUrl}/papan`,
    `  API                  ${publicUrl}/api/v1/health`,
  ];
  if (demo) lines.push(...demoLines(demo));
  else lines.push('', '  Pemasangan kosong: belum ada mal. / Empty installation: no mall yet.');
  console.log(`${lines.join('\n')}\n`);
}

function demoLines(demo: Demo): string[] {
  return [
    '',
    '  Data contoh: MPP Balangan, buka 00.00–24.00 setiap hari, dengan pengunjung simulasi.',
    '  Pasang sekali (tautan berlaku 24 jam, satu perangkat):',
    `    Kios    ${demo.kioskLink}`,
    `    Papan   ${demo.boardLink}`,
    '  Masuk sebagai petugas (/masuk):',
    '    norlaila@balangan.contoh      petugas Disdukcapil, loket 3',
    '    rusmiati@balangan.contoh      kepala instansi Disdukcapil',
    '    hairunnisa@balangan.contoh    pengelola mal',
    '    fitriansyah@balangan.contoh   administrator',
    `    kata sandi ${demo.password}`,
    `    rahasia TOTP ${demo.totpBase32} (kode sekarang: ${demo.totpNow})`,
  ];
}
