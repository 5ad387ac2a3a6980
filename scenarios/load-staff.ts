import type pg from 'pg';
import { listAgencies } from '#areas/agencies/public.ts';
import { hasStaff, insertStaffRows } from '#areas/staff/public.ts';
import type { SignIn } from '#areas/staff/sign-in.ts';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import type { ScenarioFacts } from './scenario-facts.ts';

export interface StaffLoad {
  readonly pool: pg.Pool;
  readonly signIn: Pick<SignIn, 'createAccount' | 'hashPassword'>;
  readonly mallId: string;
  readonly facts: ScenarioFacts;
  /** One password and one authenticator secret for all sample accounts. */
  readonly password: string;
  readonly totpSecret: string;
}

/**
 * Gives the scenario's staff their accounts. Does nothing when the mall has staff. An account made by a start that was
 * cut off before its member of staff was written stays without rights and is harmless.
 */
export async function loadStaff(load: StaffLoad): Promise<void> {
  const { pool, signIn, mallId, facts } = load;
  if (await asSystem(pool, (tx) => hasStaff(tx, mallId, false))) return;
  // The hash is slow on purpose; the sample accounts share their password, so it is made once.
  const passwordHash = await signIn.hashPassword(load.password);
  const accounts: { accountId: string; facts: ScenarioFacts['staff'][number] }[] = [];
  for (const person of facts.staff) {
    const { email, name } = person;
    const accountId = await signIn.createAccount({ email, name, passwordHash, totpSecret: load.totpSecret });
    accounts.push({ accountId, facts: person });
  }
  await asSystem(pool, async (tx) => {
    const agencies = new Map((await listAgencies(tx, mallId)).map((agency) => [agency.slug, agency.id]));
    await insertStaffRows(
      tx,
      accounts.map(({ accountId, facts: person }) => ({
        mallId,
        id: newId(),
        accountId,
        name: person.name,
        role: person.role,
        agencyId: person.agency === undefined ? null : agencies.get(person.agency)!,
        simulated: false,
      })),
    );
  });
}

async function asSystem<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const actor = { kind: 'system', id: 'scenario', mallId: null } as const;
  const result = await runTransaction(pool, { actor, operation: 'scenario.staff', mode: 'command' }, work);
  if (result.kind === 'key-reused') throw new Error('a scenario is loaded without a key');
  return result.value;
}
