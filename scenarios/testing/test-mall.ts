import type { AnyContractRouter } from '@orpc/contract';
import { createRouterClient, type Router, type RouterClient } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Actor, DeviceActor, Role, StaffActor } from '#platform/contract/access.ts';
import type { CallContext } from '#platform/contract/procedure.ts';
import type { DatabaseRole } from '#platform/database/open-database.ts';
import { openPool } from '#platform/database/pool.ts';
import { withTestDatabase } from '#platform/database/testing/test-database.ts';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { createAccountSecrets } from '#platform/random/account-secrets.ts';
import { createSignedTokens } from '#platform/random/signed-tokens.ts';
import { balangan } from '../balangan/facts.ts';
import { loadScenario, type ScenarioSchedule } from '../load.ts';
import type { ScenarioFacts } from '../scenario-facts.ts';

type AnyOperations = Router<AnyContractRouter, CallContext>;

/** A mall in a database of its own, for the tests of an area: seen through operations, with a clock that can be set. */
export interface TestMall {
  readonly mallId: string;
  readonly pool: pg.Pool;
  /** Address of the database, for what opens it by itself. */
  urlFor(role: DatabaseRole): string;
  /** Operations as somebody; each command gets a key of its own. */
  as<R extends AnyOperations>(router: R, actor: Actor): RouterClient<R>;
  /** Work in one transaction of the app role, as the system. */
  within<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Sets the clock of all later transactions (it then runs on); `at` is an instant such as 2026-11-24T09:00+08:00. */
  setClock(at: string): Promise<void>;
  /** SQL as the owner of the schema, for what no operation does. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** A new member of staff, of the agency with this slug. */
  staff(role: Role, agency?: string, facts?: { simulated?: boolean; name?: string }): Promise<StaffActor>;
  /** A kiosk that is paired somewhere in the mall. */
  kiosk(facts?: { simulated?: boolean }): DeviceActor;
  stop(): Promise<void>;
}

export interface TestMallOptions {
  readonly schedule?: ScenarioSchedule;
  /** See `setClock`. */
  readonly at?: string;
  /** Of another scenario. */
  readonly facts?: ScenarioFacts;
}

/** Opens MPP Balangan in a fresh database, with its real hours unless told otherwise. */
export async function withTestMall({
  schedule = 'real',
  at,
  facts = balangan,
}: TestMallOptions = {}): Promise<TestMall> {
  const database = await withTestDatabase();
  const pool = openPool(database.urlFor('app'), { connectionsMax: 8 });
  const owner = openPool(database.urlFor('migrator'), { connectionsMax: 1 });
  const setClock = async (instant: string) => {
    await owner.query('update clock_offset set offset_by = $1::timestamptz - clock_timestamp()', [instant]);
  };
  // Before anything is written: whatever the real date, nothing of the mall lies in the future of its tests.
  if (at !== undefined) await setClock(at);
  const { mallId } = await loadScenario({ pool, facts, schedule });
  const mall: TestMall = {
    mallId,
    pool,
    urlFor: database.urlFor,
    as: (router, actor) => makeClient(router, () => contextOf(pool, actor)),
    async within(work) {
      const actor = { kind: 'system', id: 'test', mallId: null } as const;
      const result = await runTransaction(pool, { actor, operation: 'test', mode: 'command' }, work);
      if (result.kind === 'key-reused') throw new Error('no key was given');
      return result.value;
    },
    setClock,
    async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      return (await owner.query<Row>(text, values)).rows;
    },
    staff: (role, agency, person = {}) => hire(mall, role, agency, { timeZone: facts.mall.zone, ...person }),
    kiosk: ({ simulated = false } = {}) => ({
      kind: 'device',
      id: newId(),
      mallId,
      timeZone: facts.mall.zone,
      deviceKind: 'kiosk',
      zoneId: newId(),
      simulated,
    }),
    async stop() {
      await Promise.all([pool.end(), owner.end()]);
      await database.stop();
    },
  };
  return mall;
}

async function hire(
  mall: TestMall,
  role: Role,
  agency: string | undefined,
  {
    timeZone,
    simulated = false,
    name = `Uji ${role}`,
  }: { timeZone: string; simulated?: boolean; name?: string },
): Promise<StaffActor> {
  const id = newId();
  const [row] = await mall.sql<{ agency_id: string | null }>(
    `insert into staff_member (mall_id, id, account_id, name, role, agency_id, simulated)
     values ($1, $2::uuid, $2::uuid::text, $3, $4, (select id from agency where mall_id = $1 and slug = $5), $6)
     returning agency_id`,
    [mall.mallId, id, name, role, agency ?? null, simulated],
  );
  const { mallId } = mall;
  const place = { mallId, timeZone, agencyId: row!.agency_id };
  return { kind: 'staff', id, role, name, simulated, ...place };
}

/** The context is made anew for each call, and with it the command's key. */
function makeClient<R extends AnyOperations>(router: R, context: () => CallContext): RouterClient<R> {
  return createRouterClient<AnyOperations, Record<never, never>>(router, { context }) as RouterClient<R>;
}

/** The installation's secret in the tests of areas; as long and mixed as the sign-in library wants it. */
export const TEST_SECRET = 'only-tests-know-7Kq3vX9mPz2RbT6wYc4NdF8hJ';
const tokens = createSignedTokens(TEST_SECRET);
const accountSecrets = createAccountSecrets(TEST_SECRET);

function contextOf(pool: pg.Pool, actor: Actor): CallContext {
  return {
    actor,
    language: 'id',
    pool,
    commandKey: randomUUID(),
    onCommitted: () => {},
    tokens,
    accountSecrets,
    setDeviceCookie: () => {},
    publicUrl: 'https://mpp.contoh',
  };
}
