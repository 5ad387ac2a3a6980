import type pg from 'pg';
import { listAgencies } from '#areas/agencies/public.ts';
import { giveCredentials, hasStaff, insertStaffRows, openAccount } from '#areas/staff/public.ts';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import type { AccountSecrets } from '#platform/random/account-secrets.ts';
import { newId } from '#platform/random/ids.ts';
import type { ScenarioFacts } from './scenario-facts.ts';

export interface StaffLoad {
  readonly pool: pg.Pool;
  readonly accountSecrets: AccountSecrets;
  readonly mallId: string;
  readonly facts: ScenarioFacts;
  /** One password and one authenticator secret for all sample accounts. */
  readonly password: string;
  readonly totpSecret: string;
}

/** Gives the scenario's staff their accounts, all in one transaction. Does nothing when the mall has staff. */
export async function loadStaff(load: StaffLoad): Promise<void> {
  const { pool, accountSecrets, mallId, facts } = load;
  if (await asSystem(pool, (tx) => hasStaff(tx, mallId, false))) return;
  // The hash is slow on purpose; the sample accounts share their password, so it is made once.
  const passwordHash = await accountSecrets.hashPassword(load.password);
  const credentials = { passwordHash, authenticatorSecret: load.totpSecret };
  await asSystem(pool, async (tx) => {
    const agencies = new Map((await listAgencies(tx, mallId)).map((agency) => [agency.slug, agency.id]));
    for (const { email, name, role, agency } of facts.staff) {
      const accountId = await openAccount(tx, { email, name });
      if (accountId === undefined) throw new Error(`${email} has an account already`);
      await giveCredentials(tx, accountSecrets, accountId, credentials);
      const agencyId = agency === undefined ? null : agencies.get(agency)!;
      await insertStaffRows(tx, [{ mallId, id: newId(), accountId, name, role, agencyId, simulated: false }]);
    }
  });
}

async function asSystem<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const actor = { kind: 'system', id: 'scenario', mallId: null } as const;
  const result = await runTransaction(pool, { actor, operation: 'scenario.staff', mode: 'command' }, work);
  if (result.kind === 'key-reused') throw new Error('a scenario is loaded without a key');
  return result.value;
}
