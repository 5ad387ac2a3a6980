import type pg from 'pg';
import { runTransaction } from '#platform/database/transaction.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import { makeSetUpLink } from './set-up-mall.ts';

export interface StartedServer {
  readonly pool: pg.Pool;
  readonly tokens: SignedTokens;
  /** Start of the link. */
  readonly publicUrl: string;
}

/**
 * The address by which an installation without a mall is set up, for the terminal alone; the one of the start before is
 * void. Undefined where a mall is there.
 */
export async function offerSetUp({ pool, tokens, publicUrl }: StartedServer): Promise<string | undefined> {
  const actor = { kind: 'system', id: 'start', mallId: null } as const;
  const made = await runTransaction(pool, { actor, operation: 'set-up.link', mode: 'command' }, (tx) =>
    makeSetUpLink(tx, tokens),
  );
  if (made.kind !== 'done' || made.value === undefined) return undefined;
  return `${publicUrl}/mulai?tautan=${made.value}`;
}
