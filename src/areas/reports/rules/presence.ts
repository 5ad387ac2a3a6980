import type { Span } from './kept-day.ts';

/** An officer at a counter, epoch milliseconds; `who` tells officers of one agency apart. */
export interface Seat extends Span {
  readonly who: string;
}

export interface DayPresence {
  /** With at least one officer there, in their order, without overlap. */
  readonly spans: readonly Span[];
  /** How many different officers sat there. */
  readonly people: number;
}

/**
 * Who was there on each day. A seat belongs to the day on which it was taken.
 * @param seats in the order in which they were taken
 * @param starts midnights: the day n reaches from starts[n] to starts[n + 1]
 */
export function presenceByDay(seats: readonly Seat[], starts: readonly number[]): DayPresence[] {
  const days: DayPresence[] = [];
  let at = 0;
  for (let day = 0; day + 1 < starts.length; day += 1) {
    while (at < seats.length && seats[at]!.startsAt < starts[day]!) at += 1;
    const first = at;
    while (at < seats.length && seats[at]!.startsAt < starts[day + 1]!) at += 1;
    const own = seats.slice(first, at);
    days.push({ spans: mergeSpans(own), people: new Set(own.map(({ who }) => who)).size });
  }
  return days;
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { startsAt: number; endsAt: number }[] = [];
  for (const { startsAt, endsAt } of spans) {
    const last = merged.at(-1);
    if (last !== undefined && startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, endsAt);
    else merged.push({ startsAt, endsAt });
  }
  return merged;
}

/** Of the days on which anybody was there: how many officers on average; null where nobody ever was. */
export function meanPeople(days: readonly DayPresence[]): number | null {
  const staffed = days.filter(({ people }) => people > 0);
  if (staffed.length === 0) return null;
  return staffed.reduce((sum, { people }) => sum + people, 0) / staffed.length;
}
