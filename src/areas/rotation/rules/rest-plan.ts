import type { Weekday } from '#platform/values/day.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';

/** When one counter of a booth rests; minutes since midnight, the end not included. */
export interface RestTimes {
  readonly counterId: string;
  readonly starts: number;
  readonly ends: number;
}

/** A rest on one day of the week. */
export interface RestSlot extends RestTimes {
  readonly weekday: Weekday;
}

/** A booth's counters and how many of them must stay open. */
export interface RestRule {
  readonly counters: number;
  readonly openMin: number;
}

export const REST_MINUTES_MIN = 10;
export const REST_MINUTES_MAX = 120;
/** Rests of one counter on one day. */
export const RESTS_MAX = 6;
const DAY_MINUTES = 24 * 60;
/** Proposed times are ones that people say. */
const ROUND_MINUTES = 5;

/** Where nobody has said otherwise one counter stays open, if there are at least two. */
export function usualOpenMin(counters: number): number {
  return counters >= 2 ? 1 : 0;
}

/**
 * How many must stay open at this moment: what was ruled, but never so many that nobody could rest while all others
 * are at work. Whoever is alone may rest too.
 */
export function openMinNow(ruled: number, seated: number): number {
  return Math.min(ruled, Math.max(0, seated - 1));
}

const overlap = (a: RestSlot, b: RestSlot) =>
  a.weekday === b.weekday && a.starts < b.ends && b.starts < a.ends;

/** The counter already rests then. */
const restsTwice = (slot: RestSlot, others: readonly RestSlot[]) =>
  others.some((other) => other.counterId === slot.counterId && overlap(other, slot));

/** Most of the others that rest at one moment of the slot. */
function restingBeside(slot: RestSlot, others: readonly RestSlot[]): number {
  const beside = others.filter((other) => overlap(slot, other));
  const moments = [slot.starts, ...beside.map((other) => other.starts).filter((at) => at > slot.starts)];
  const at = (moment: number) => beside.filter((o) => o.starts <= moment && moment < o.ends).length;
  return Math.max(...moments.map(at));
}

/** Whether the slot leaves enough counters open beside the others, and its counter does not rest already. */
export function fits(slot: RestSlot, others: readonly RestSlot[], rule: RestRule): boolean {
  return !restsTwice(slot, others) && rule.counters - restingBeside(slot, others) - 1 >= rule.openMin;
}

/** The start nearest to the wished one at which the slot fits, the earlier of two; undefined where there is none. */
export function nearestStart(
  slot: RestSlot,
  others: readonly RestSlot[],
  rule: RestRule,
): number | undefined {
  const minutes = slot.ends - slot.starts;
  // What is in the way ends where another slot begins or ends: nothing nearer can be free.
  const candidates = [slot.starts, ...others.flatMap(({ starts, ends }) => [starts - minutes, ends])];
  return candidates
    .filter((starts) => starts >= 0 && starts + minutes <= DAY_MINUTES)
    .filter((starts) => fits({ ...slot, starts, ends: starts + minutes }, others, rule))
    .toSorted((a, b) => Math.abs(a - slot.starts) - Math.abs(b - slot.starts) || a - b)[0];
}

export type RestRefusal = 'REST_TIMES' | 'REST_TOO_FEW_OPEN' | 'REST_TOO_LONG';

/**
 * Whether a week's plan may stand; otherwise the first slot that may not, by the index `slot`, and where it would fit on
 * the same day. Refusals: REST_TIMES (ends before it starts, shorter than 10 or longer than 120 minutes, over another
 * of its counter, a seventh of its counter on one day), REST_TOO_FEW_OPEN (`openMin`, and `nearest` in minutes since midnight where there is such a time).
 */
export function checkPlan(slots: readonly RestSlot[], rule: RestRule): Refusal<RestRefusal> | undefined {
  for (const [index, slot] of slots.entries()) {
    const minutes = slot.ends - slot.starts;
    const others = slots.filter((_, other) => other < index);
    const own = others.filter((o) => o.counterId === slot.counterId && o.weekday === slot.weekday);
    const wrong = own.length >= RESTS_MAX || restsTwice(slot, own);
    if (wrong || minutes < REST_MINUTES_MIN || minutes > REST_MINUTES_MAX)
      return refuse('REST_TIMES', { slot: index });
    if (fits(slot, others, rule)) continue;
    const rest = slots.filter((other) => other !== slot);
    const nearest = nearestStart(slot, rest, rule);
    return refuse('REST_TOO_FEW_OPEN', {
      slot: index,
      openMin: rule.openMin,
      ...(nearest === undefined ? {} : { nearest }),
    });
  }
  return undefined;
}

/**
 * Spreads the rests of these counters evenly over the time of a day in which people eat: as many at once as the rule allows,
 * groups that differ by one at the most, times on five minutes. Refusals: REST_TOO_FEW_OPEN where nobody may ever rest,
 * REST_TOO_LONG with `minutes`, the longest rest for which the time suffices.
 */
export function proposePlan(wish: {
  readonly counterIds: readonly string[];
  readonly rule: RestRule;
  readonly from: number;
  readonly until: number;
  readonly minutes: number;
}): readonly RestTimes[] | Refusal<RestRefusal> {
  const { counterIds, rule, from, until, minutes } = wish;
  const together = rule.counters - rule.openMin;
  if (counterIds.length === 0) return [];
  if (together < 1) return refuse('REST_TOO_FEW_OPEN', { openMin: rule.openMin });
  const rounds = Math.ceil(counterIds.length / together);
  const room = until - from;
  if (room < rounds * minutes) {
    const most = roundDown(room / rounds);
    return refuse('REST_TOO_LONG', most < REST_MINUTES_MIN ? {} : { minutes: most });
  }
  const apart = rounds === 1 ? 0 : Math.max(minutes, roundDown((room - minutes) / (rounds - 1)));
  return counterIds.map((counterId, place) => {
    const round = Math.floor((place * rounds) / counterIds.length);
    const starts = from + round * apart;
    return { counterId, starts, ends: starts + minutes };
  });
}

function roundDown(minutes: number): number {
  return Math.max(0, Math.floor(minutes / ROUND_MINUTES) * ROUND_MINUTES);
}

/** `12:30` for 750. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 750 for `12:30`. */
export function clockMinutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}
