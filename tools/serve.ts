import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { offerSetUp } from '#areas/set-up/public.ts';
import { resolveDataFolder } from '#platform/database/data-folder.ts';
import { StartProblem } from '#platform/database/start-problem.ts';
import { getScenario } from '#scenarios/choose-scenario.ts';
import { startDemoCrowd } from '#scenarios/demo-crowd.ts';
import { openScenario, type OpenedScenario } from '#scenarios/open-scenario.ts';
import type { ScenarioFacts, StaffFacts } from '#scenarios/scenario-facts.ts';
import { DEFAULT_SCENARIO } from '#scenarios/scenarios.ts';
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
 * Serves until a signal: database, application, and unless `--empty` a scenario. A problem at the start is one
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
  const wanted = readArguments(args);
  const stopping = stopOnSignal();
  const running = await startServer({
    env: wanted.kind === 'scenario' ? withOwnFolder(process.env, wanted.name) : process.env,
    checkout: CHECKOUT,
    onProgress: say,
    ...(loadScreens ? { loadScreens } : {}),
  });
  stopping.beforeExit(running.stop);
  const opened = wanted.kind === 'empty' ? undefined : await openIn(running, wanted);
  if (opened) {
    const { demo, scenario } = opened;
    const { shared, log } = running.app;
    const crowd = await startDemoCrowd({ ...shared, mallId: demo.mallId, log, demand: scenario.demand });
    stopping.beforeExit(crowd.stop);
  }
  const setUpLink = await offerSetUp({ ...running.app.shared, publicUrl: running.publicUrl });
  printAddresses(running, opened, setUpLink);
}

type Wanted = { readonly kind: 'any' | 'empty' } | { readonly kind: 'scenario'; readonly name: string };

/** @throws StartProblem unknown-argument, scenario-unknown: before anything is started */
function readArguments(args: readonly string[]): Wanted {
  const [first, second, ...more] = args;
  if (first === undefined) return { kind: 'any' };
  if (first === '--empty' && second === undefined) return { kind: 'empty' };
  if (first === '--scenario' && more.length === 0) {
    return { kind: 'scenario', name: getScenario(second ?? '').name };
  }
  const given = args.join(' ');
  throw new StartProblem(
    'unknown-argument',
    `Tidak ada pilihan ${given}; yang ada: --empty, atau --scenario NAMA.`,
    `There is no option ${given}; there is: --empty, or --scenario NAME.`,
  );
}

/** Each scenario has a data folder of its own beside the usual one, unless somebody chose a folder. */
function withOwnFolder(env: NodeJS.ProcessEnv, name: string): NodeJS.ProcessEnv {
  if (env['BALAIRUNG_DATA'] || name === DEFAULT_SCENARIO) return env;
  const folder = `${resolveDataFolder({ env, checkout: CHECKOUT })}-${name.replace('+', '-')}`;
  return { ...env, BALAIRUNG_DATA: folder };
}

function openIn(
  { app, dataFolder, publicUrl, ownerUrl }: Running,
  wanted: Wanted,
): Promise<OpenedScenario | undefined> {
  const { pool, tokens, accountSecrets } = app.shared;
  const asked = wanted.kind === 'scenario' ? wanted.name : undefined;
  return openScenario({ pool, accountSecrets, tokens, dataFolder, publicUrl, ownerUrl, asked });
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

function printAddresses(
  { publicUrl, dataFolder }: Running,
  opened: OpenedScenario | undefined,
  setUpLink: string | undefined,
): void {
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
    `  Data                 ${dataFolder}`,
    '',
    ...(opened ? demoLines(opened) : ['  Tanpa data contoh. / Without sample data.']),
    ...(setUpLink === undefined ? [] : setUpLines(setUpLink)),
  ];
  console.log(`${lines.join('\n')}\n`);
}

function setUpLines(link: string): string[] {
  return [
    '',
    '  Belum ada mal. Siapkan lewat tautan ini, berlaku satu hari dan sekali pakai:',
    '  There is no mall yet. Set it up by this link, good for a day and once:',
    `    ${link}`,
    '  Menyalakan ulang membuat tautan baru. / A restart makes a new one.',
  ];
}

function demoLines({ demo, scenario: { facts, situation } }: OpenedScenario): string[] {
  return [
    `  Data contoh: ${facts.mall.shortName}, ${situation.saysId}.`,
    `  Sample data: ${facts.mall.shortName}, ${situation.saysEn}.`,
    '  Pasang sekali (tautan berlaku 24 jam, satu perangkat):',
    `    Kios    ${demo.kioskLink}`,
    `    Papan   ${demo.boardLink}`,
    '  Masuk sebagai petugas (/masuk):',
    ...shownStaff(facts).map(({ email, says }) => `    ${email.padEnd(30)} ${says}`),
    `    kata sandi ${demo.password}`,
    `    rahasia TOTP ${demo.totpBase32} (kode sekarang: ${demo.totpNow})`,
    ...(situation.past?.tell(facts) ?? []),
  ];
}

/**
 * One of each role. The officer is one whose counter the crowd opens late, so that it is mostly free, and the head leads
 * the same agency.
 */
function shownStaff({ staff, agencies }: ScenarioFacts): { email: string; says: string }[] {
  const has = (role: StaffFacts['role']) => staff.find((person) => person.role === role)!;
  const head = has('agency-head');
  const { shortName } = agencies.find(({ slug }) => slug === head.agency)!;
  const officers = staff.filter(({ role, agency }) => role === 'officer' && agency === head.agency);
  const officer = officers[2] ?? officers[0]!;
  return [
    { email: officer.email, says: `petugas ${shortName}, loket ${officer.counter}` },
    { email: head.email, says: `kepala instansi ${shortName}` },
    { email: has('manager').email, says: 'pengelola mal' },
    { email: has('administrator').email, says: 'administrator' },
  ];
}
