import { isInForce, type AgreementTerm } from './agreement-term.ts';
import type { Day } from '#platform/values/day.ts';

/** A promise with the term of the agreement in which it stands. */
export interface TermedPromise extends AgreementTerm {
  readonly agencyId: string;
}

/**
 * What an agency's promise is on a day: that of the agreement in force; where several are, such as an addendum over what
 * it changes, the one that began last. None: nothing was promised for the day.
 */
export function promiseOnDay<Promise extends TermedPromise>(
  agencyId: string,
  day: Day,
  promises: readonly Promise[],
): Promise | undefined {
  let found: Promise | undefined;
  for (const one of promises) {
    if (one.agencyId !== agencyId || !isInForce(one, day)) continue;
    if (found === undefined || (one.beginsOn ?? '') > (found.beginsOn ?? '')) found = one;
  }
  return found;
}
