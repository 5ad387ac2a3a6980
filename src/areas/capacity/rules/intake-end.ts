/** What a booth has promised to do today, and with how many hands. */
export interface BoothLine {
  /** Expected minutes of all who wait, are on hold or called, and what is left of those who are served. */
  readonly workMinutes: number;
  /** Counters at which somebody sits. */
  readonly countersOpen: number;
  /** The longest service that is asked for, or can be. */
  readonly longestMinutes: number;
}

/** A stretch in which the booth is open, epoch ms. */
export interface Stretch {
  readonly startsAt: number;
  readonly endsAt: number;
}

const MINUTE_MS = 60_000;

/**
 * Minutes after which everybody of the line and one more are served, whatever the order in which they are called: a
 * counter that is free takes the next, so no counter rests before the last service has begun (Graham's bound for lists).
 * Where nobody sits yet, the booth's counters are expected.
 */
export function minutesNeeded(line: BoothLine, countersActive: number): number {
  const counters = Math.max(1, line.countersOpen > 0 ? line.countersOpen : countersActive);
  return (line.workMinutes + line.longestMinutes) / counters + (1 - 1 / counters) * line.longestMinutes;
}

/**
 * The moment from which so many minutes of opening are left, counted back over breaks from the end of the last stretch.
 * -Infinity where the stretches together are shorter.
 */
export function momentBefore(stretches: readonly Stretch[], minutes: number): number {
  let leftMs = minutes * MINUTE_MS;
  for (const { startsAt, endsAt } of stretches.toReversed()) {
    if (endsAt - startsAt >= leftMs) return endsAt - leftMs;
    leftMs -= endsAt - startsAt;
  }
  return -Infinity;
}
