import { addDays, atTime, dayAt } from '#platform/values/day.ts';
import type { Day } from '#platform/values/day.ts';
import { dayKind } from './day-kinds.ts';
import { planDay } from './day-plan.ts';
import type { DayPlan } from './day-plan.ts';

/** How far ahead `until` looks through hours that adjoin without a gap. */
export const UNTIL_DAYS_MAX = 7;
/** How far ahead `opensAt` looks for the next opening. */
export const OPENS_WITHIN_DAYS = 60;

/** An unplanned or announced closing, from `startsAt` up to but not including `endsAt` (epoch ms; Infinity: until further notice). */
export interface Closure {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly reason: string;
}

export interface OpeningFacts extends DayPlan {
  readonly now: number;
  readonly zone: string;
  readonly closures: readonly Closure[];
}

/**
 * `until` and `opensAt` are epoch ms. `sinceDayKnown` / `dayKnown` are false when an answer rests on a
 * day whose year was not imported: it is then judged by its weekday alone, and the screen says so.
 */
export type OpeningState =
  | { readonly open: true; readonly until: number; readonly sinceDayKnown: boolean }
  | {
      readonly open: false;
      readonly because: ClosedBecause;
      /** Name of the holiday or joint leave, or the reason of the closure or of the special day. */
      readonly name?: string;
      readonly opensAt: number | null;
      readonly dayKnown: boolean;
    };

export type ClosedBecause =
  | 'no-schedule'
  | 'outside-hours'
  | 'not-today'
  | 'holiday'
  | 'joint-leave'
  | 'exception'
  | 'closure'
  | 'site-not-yet'
  | 'site-over';

/** A stretch of real opening, epoch ms, open at `startsAt` and closed at `endsAt`. */
export interface OpenStretch {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Is it open now, until when, and if not, why and when next? The one answer that every surface shows. */
export function openingState(facts: OpeningFacts): OpeningState {
  const today = dayAt(facts.now, facts.zone);
  const todayKnown = dayKind(today, facts.calendar).kind !== 'unknown';
  const stretch = findOpenStretch(facts, facts.now);
  if (stretch !== undefined && stretch.startsAt <= facts.now) {
    return { open: true, until: stretch.endsAt, sinceDayKnown: todayKnown };
  }
  const opensAt = stretch?.startsAt ?? null;
  const opensOn = dayAt(opensAt ?? facts.now, facts.zone);
  const dayKnown = todayKnown && dayKind(opensOn, facts.calendar).kind !== 'unknown';
  return { open: false, ...whyClosed(today, facts), opensAt, dayKnown };
}

/**
 * The first stretch of real opening that contains `from` or begins after it, within 60 days. Hours
 * that adjoin (…24:00, 00:00…) are one stretch; it is cut at the midnight that ends its seventh day.
 */
export function findOpenStretch(facts: OpeningFacts, from: number): OpenStretch | undefined {
  const firstDay = dayAt(from, facts.zone);
  let stretch: OpenStretch | undefined;
  let daysLeft = OPENS_WITHIN_DAYS + 1;
  for (let day = firstDay; daysLeft > 0; day = addDays(day, 1), daysLeft -= 1) {
    for (const span of openSpansOn(day, facts)) {
      if (span.endsAt <= from) continue;
      if (stretch === undefined) {
        stretch = span;
        daysLeft = UNTIL_DAYS_MAX;
      } else if (span.startsAt <= stretch.endsAt) {
        stretch = { startsAt: stretch.startsAt, endsAt: Math.max(stretch.endsAt, span.endsAt) };
      } else return stretch;
    }
  }
  return stretch;
}

/** The reason is the obstacle whose removal would open the door: now, or at the next planned opening today. */
function whyClosed(today: Day, facts: OpeningFacts): { because: ClosedBecause; name?: string } {
  const { hours, source } = planDay(today, facts);
  if (hours.length === 0) {
    if (source.kind === 'week' || source.kind === 'season') {
      return { because: facts.weeks.every((week) => week.hours.length === 0) ? 'no-schedule' : 'not-today' };
    }
    return { because: source.kind, ...('name' in source ? { name: source.name } : {}) };
  }
  const planned = plannedSpansOn(today, facts).find((span) => span.endsAt > facts.now);
  if (planned === undefined) return { because: 'outside-hours' };
  const moment = Math.max(facts.now, planned.startsAt);
  const closure = facts.closures.find((c) => c.startsAt <= moment && moment < c.endsAt);
  return closure === undefined ? { because: 'outside-hours' } : { because: 'closure', name: closure.reason };
}

function plannedSpansOn(day: Day, facts: OpeningFacts): OpenStretch[] {
  return planDay(day, facts).hours.map((interval) => {
    if (interval.closes <= interval.opens) {
      throw new RangeError(`closes before it opens: ${interval.opens}–${interval.closes}`);
    }
    return {
      startsAt: atTime(day, interval.opens, facts.zone),
      endsAt: atTime(day, interval.closes, facts.zone),
    };
  });
}

function openSpansOn(day: Day, facts: OpeningFacts): OpenStretch[] {
  let spans = plannedSpansOn(day, facts);
  for (const closure of facts.closures) spans = spans.flatMap((span) => cutOut(span, closure));
  return spans;
}

function cutOut(span: OpenStretch, closure: Closure): OpenStretch[] {
  if (closure.endsAt <= span.startsAt || closure.startsAt >= span.endsAt) return [span];
  return [
    { startsAt: span.startsAt, endsAt: closure.startsAt },
    { startsAt: closure.endsAt, endsAt: span.endsAt },
  ].filter((rest) => rest.startsAt < rest.endsAt);
}
