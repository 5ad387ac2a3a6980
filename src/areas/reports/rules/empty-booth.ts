/**
 * Nobody at any counter for so long is told to the manager, whose page looks again twice a minute: within ten minutes it
 * is seen.
 */
const EMPTY_MINUTES = 9;

export interface EmptyFacts {
  /** Since when the booth should be open, epoch ms; undefined: it should not be now. */
  readonly openSince: number | undefined;
  /** When the last officer left today, epoch ms. */
  readonly leftAt: number | undefined;
  /** Counters at which somebody sits, also on a break. */
  readonly taken: number;
}

/**
 * Since when a booth that should be open has had nobody at its counters: it opened late, or all have left. Null while
 * somebody sits there, and for the first minutes.
 */
export function emptySince({ openSince, leftAt, taken }: EmptyFacts, now: number): number | null {
  if (openSince === undefined || taken > 0) return null;
  const since = Math.max(openSince, leftAt ?? openSince);
  return now - since >= EMPTY_MINUTES * 60_000 ? since : null;
}
