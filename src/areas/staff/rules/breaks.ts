/** Why an officer leaves the counter for a while. What exactly `other` is nobody needs to know. */
export const BREAK_KINDS = ['rest', 'prayer', 'other'] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

/** How long a break may be expected to last, in minutes; the table holds the same limits. */
export const BREAK_MINUTES_MIN = 5;
export const BREAK_MINUTES_MAX = 90;

/** What the screen offers first, in minutes. */
export const BREAK_MINUTES_USUAL = {
  rest: 30,
  prayer: 15,
  other: 10,
} as const satisfies Record<BreakKind, number>;

/** When the officer is expected back; epoch ms. */
export function breakEnds(startedAt: number, expectedMinutes: number): number {
  return startedAt + expectedMinutes * 60_000;
}

/**
 * How long a break has lasted beyond what was expected, in whole minutes; 0 up to the very end. It is told so that the
 * others can plan, never counted up against anybody.
 */
export function minutesOver(until: number, now: number): number {
  return Math.max(0, Math.floor((now - until) / 60_000));
}
