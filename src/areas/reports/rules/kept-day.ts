/** A stretch of time in epoch milliseconds; it does not run on. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** A booth that opens within so many minutes of what was promised is on time; the same for its end. */
export const GRACE_MINUTES = 15;

/**
 * How a promised day went: `kept`, opened `late`, left `early`, `absent`; `excused` where the mall had agreed that the
 * booth stays shut. `running` is today until its last promised hour, `to-come` what lies ahead, `free` a day for which
 * nothing was promised: a weekday without hours, a holiday, a site that is not there.
 */
export const KEPT_STATES = [
  'kept',
  'late',
  'early',
  'absent',
  'excused',
  'running',
  'to-come',
  'free',
] as const;
export type KeptState = (typeof KEPT_STATES)[number];

export interface KeptDay {
  readonly state: KeptState;
  /** Less what was excused; of a running day only what has passed. */
  readonly promisedMinutes: number;
  /** Of these, with somebody at a counter. */
  readonly presentMinutes: number;
}

const MINUTE_MS = 60_000;
const GRACE_MS = GRACE_MINUTES * MINUTE_MS;

/**
 * @param promised hours of the day in their order, without overlap
 * @param excused approved closures, in any order
 * @param present stretches with at least one officer at a counter, in their order, without overlap
 */
export function keptDay(
  {
    promised,
    excused,
    present,
  }: {
    readonly promised: readonly Span[];
    readonly excused: readonly Span[];
    readonly present: readonly Span[];
  },
  now: number,
): KeptDay {
  const [first] = promised;
  if (first === undefined) return { state: 'free', promisedMinutes: 0, presentMinutes: 0 };
  if (first.startsAt > now) return { state: 'to-come', promisedMinutes: 0, presentMinutes: 0 };
  const due = excused.reduce<readonly Span[]>(cutOut, promised);
  const passed = due.flatMap((span) => overlapOf(span, { startsAt: -Infinity, endsAt: now }));
  const there = passed.flatMap((span) => present.flatMap((one) => overlapOf(span, one)));
  const figures = { promisedMinutes: minutesOf(passed), presentMinutes: minutesOf(there) };
  const last = promised.at(-1)!;
  if (last.endsAt > now) return { state: 'running', ...figures };
  if (due.length === 0) return { state: 'excused', ...figures };
  if (there.length === 0) return { state: 'absent', ...figures };
  if (there[0]!.startsAt > due[0]!.startsAt + GRACE_MS) return { state: 'late', ...figures };
  if (there.at(-1)!.endsAt < due.at(-1)!.endsAt - GRACE_MS) return { state: 'early', ...figures };
  return { state: 'kept', ...figures };
}

function overlapOf(a: Span, b: Span): Span[] {
  const startsAt = Math.max(a.startsAt, b.startsAt);
  const endsAt = Math.min(a.endsAt, b.endsAt);
  return startsAt < endsAt ? [{ startsAt, endsAt }] : [];
}

function cutOut(spans: readonly Span[], gap: Span): Span[] {
  return spans.flatMap((span) => [
    ...overlapOf(span, { startsAt: -Infinity, endsAt: gap.startsAt }),
    ...overlapOf(span, { startsAt: gap.endsAt, endsAt: Infinity }),
  ]);
}

function minutesOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0) / MINUTE_MS;
}
