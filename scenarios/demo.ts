import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type pg from 'pg';
import { getMall } from '#areas/malls/public.ts';
import { makePairingLink } from '#areas/staff/public.ts';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import type { DeviceKind } from '#platform/contract/access.ts';
import type { AccountSecrets } from '#platform/random/account-secrets.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import { loadScenario } from './load.ts';
import { loadStaff } from './load-staff.ts';
import type { Scenario } from './scenarios.ts';
import { livePastPresence } from './situations/past-presence.ts';
import { concludePastStudy } from './situations/past-study.ts';
import { goPastWay } from './situations/past-way.ts';
import { signAgreements } from './situations/signed-agreements.ts';

/** What the terminal tells whoever tries the demonstration. */
export interface Demo {
  readonly mallId: string;
  readonly password: string;
  /** As an authenticator app takes it. */
  readonly totpBase32: string;
  readonly totpNow: string;
  readonly kioskLink: string;
  readonly boardLink: string;
}

export interface DemoOptions {
  readonly pool: pg.Pool;
  readonly accountSecrets: AccountSecrets;
  readonly tokens: SignedTokens;
  readonly dataFolder: string;
  readonly publicUrl: string;
  readonly scenario: Scenario;
}

/** Opens a scenario, the first time with all its facts, and makes fresh one-time links for its devices. */
export async function openDemo(options: DemoOptions): Promise<Demo> {
  const { pool, accountSecrets, dataFolder, publicUrl } = options;
  const { facts, situation } = options.scenario;
  const { mallId } = await loadScenario({ pool, facts, ...situation });
  await asScenario(pool, async (tx) => {
    await signAgreements(tx, mallId, facts);
    await livePastPresence(tx, mallId, facts);
    await goPastWay(tx, mallId, facts);
    await concludePastStudy(tx, mallId, facts);
  });
  const { password, totpSecret } = await readDemoSignIn(dataFolder);
  await loadStaff({ pool, accountSecrets, mallId, facts, password, totpSecret });
  const link = async (kind: DeviceKind, name: string, path: string) => {
    const token = await makeLink(options, mallId, kind, name);
    return `${publicUrl}${path}?pasang=${token}`;
  };
  return {
    mallId,
    password,
    totpBase32: base32.encode(totpSecret, { padding: false }),
    totpNow: await createOTP(totpSecret).totp(),
    kioskLink: await link('kiosk', 'Kios pintu depan', '/kios'),
    boardLink: await link('board', `Papan ${facts.zones[0]!.name}`, '/papan'),
  };
}

interface DemoSignIn {
  readonly password: string;
  readonly totpSecret: string;
}

/** Made at the first start and kept, so that an authenticator set up yesterday still works today. */
async function readDemoSignIn(dataFolder: string): Promise<DemoSignIn> {
  const file = join(dataFolder, 'demo-sign-in.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DemoSignIn;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made: DemoSignIn = {
    password: `contoh-${randomBytes(4).toString('hex')}`,
    totpSecret: randomBytes(15).toString('base64url'),
  };
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

async function asScenario(pool: pg.Pool, work: (tx: Tx) => Promise<void>): Promise<void> {
  // Its name stands where a person's would: who said that a stage ended without its papers.
  const actor = { kind: 'system', id: 'data contoh', mallId: null } as const;
  await runTransaction(pool, { actor, operation: 'scenario.load', mode: 'command' }, work);
}

async function makeLink(
  options: DemoOptions,
  mallId: string,
  kind: DeviceKind,
  name: string,
): Promise<string> {
  const actor = { kind: 'system', id: 'demo', mallId } as const;
  const result = await runTransaction(
    options.pool,
    { actor, operation: 'demo.link', mode: 'command' },
    async (tx) => {
      const { zones } = await getMall(tx);
      return makePairingLink(tx, options.tokens, { kind, mallId, zoneId: zones[0]!.id, name });
    },
  );
  if (result.kind === 'key-reused') throw new Error('a link is made without a key');
  return result.value;
}
