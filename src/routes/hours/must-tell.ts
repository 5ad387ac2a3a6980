import type { BareRefusal } from '#ui/words/say-refusal.ts';

/** Where a change was not made because people wait whose day it cuts: how many, to be told by pressing again. */
export function mustTell(refusal: BareRefusal | undefined): number | undefined {
  return refusal?.refused === 'DAY_CUT' ? Number(refusal.facts['waiting']) : undefined;
}

/** A row that could not be taken back, and why. */
export interface RefusedRow {
  readonly id: string;
  readonly refusal: BareRefusal | undefined;
}
