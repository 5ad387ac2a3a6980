import { ORPCError } from '@orpc/client';
import type { BareRefusal } from '#ui/words/say-refusal.ts';

/** What an operation answered with no, for `sayRefusal`; a fault is thrown on, to get its incident number. */
export function refusalFrom(error: unknown): BareRefusal {
  if (!(error instanceof ORPCError) || error.status >= 500) throw error;
  if (!error.defined) return { refused: 'BAD_INPUT', facts: {} };
  return { refused: error.code, facts: (error.data ?? {}) as BareRefusal['facts'] };
}
