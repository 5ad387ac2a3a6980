const MINUTE_MS = 60_000;

/** A stretch of time in epoch milliseconds; `endedAt` is null while it still runs. */
export interface TimeInterval {
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/**
 * Ends a running interval at `now`, never before its start: two processes' clocks may disagree by a
 * moment, and a negative duration would spoil every sum. A closed interval stays as it is.
 */
export function closeInterval(interval: TimeInterval, now: number): TimeInterval {
  if (interval.endedAt !== null) return interval;
  return { startedAt: interval.startedAt, endedAt: Math.max(now, interval.startedAt) };
}

/** Length in minutes. One that still runs has no length yet (0), unless `now` says until when to count. */
export function lengthMinutes(interval: TimeInterval, now?: number): number {
  const endedAt = interval.endedAt ?? Math.max(now ?? interval.startedAt, interval.startedAt);
  return (endedAt - interval.startedAt) / MINUTE_MS;
}

/** Sum of the lengths in minutes; overlaps count twice. `now` as in `lengthMinutes`. */
export function totalMinutes(intervals: Iterable<TimeInterval>, now?: number): number {
  let minutes = 0;
  for (const interval of intervals) minutes += lengthMinutes(interval, now);
  return minutes;
}
