import type pg from 'pg';
import { noteHeard } from '#areas/staff/public.ts';
import type { Actor } from '#platform/contract/access.ts';
import { runTransaction } from '#platform/database/transaction.ts';

const FLUSH_MS = 20_000;

/**
 * Who of the officers was heard. A request costs nothing by it: names are gathered and written in one statement three times
 * a minute, together with the word that this server listens.
 */
export function watchPresence(pool: pg.Pool, onFault: (error: unknown) => void) {
  const heard = new Set<string>();
  const flush = async () => {
    const staffIds = [...heard];
    heard.clear();
    const actor = { kind: 'system', id: 'presence', mallId: null } as const;
    await runTransaction(pool, { actor, operation: 'presence', mode: 'command' }, (tx) =>
      noteHeard(tx, staffIds),
    );
  };
  const look = () => void flush().catch(onFault);
  look();
  const timer = setInterval(look, FLUSH_MS);
  return {
    hear(actor: Actor): void {
      if (actor.kind === 'staff') heard.add(actor.id);
    },
    stop: () => clearInterval(timer),
  };
}
