import { planDay } from '#areas/calendar/rules/day-plan.ts';
import { findOpenStretch, openingState } from '#areas/calendar/rules/opening.ts';
import type { OpeningFacts } from '#areas/calendar/rules/opening.ts';
import { atTime, dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Refusal } from '#platform/values/refusal.ts';
import { minutesNeeded, momentBefore } from './intake-end.ts';
import type { BoothLine, Stretch } from './intake-end.ts';

/** A series counts 1..999 a day: three digits that are read aloud. */
export const NUMBER_MAX = 999;

const MINUTE_MS = 60_000;

/** All that decides whether a booth may give a number now; gathered by the caller in one read. */
export interface BoothFacts extends OpeningFacts {
  readonly agencyActive: boolean;
  readonly boothActive: boolean;
  readonly countersActive: number;
  /** No new numbers this long before the last closing of the day. */
  readonly lastIntakeMinutes: number;
  readonly line: BoothLine;
  /** null: the booth has no daily limit. */
  readonly limitToday: number | null;
  /** All numbers taken today, of every channel and purpose. */
  readonly takenToday: number;
  /** How many of `takenToday` were internal; they use up the internal share first. */
  readonly takenInternalToday?: number;
  /** Share (0..1) of the limit kept for transfers and next stops. */
  readonly internalReserve: number;
  readonly purpose: 'walk-in' | 'internal';
  /** The last number given in the booth's series today, 0 if none. */
  readonly lastNumber: number;
}

export type NumberRefusal =
  | 'AGENCY_CLOSED'
  | 'BOOTH_CLOSED'
  | 'HOLIDAY'
  | 'SITE_NOT_YET'
  | 'SITE_OVER'
  | 'INTAKE_ENDED'
  | 'QUOTA_FULL'
  | 'SERIES_EXHAUSTED'
  | 'NO_COUNTER';

const SHUT: ReadonlySet<string> = new Set<NumberRefusal>([
  'AGENCY_CLOSED',
  'BOOTH_CLOSED',
  'HOLIDAY',
  'SITE_NOT_YET',
  'SITE_OVER',
]);

/** Whether a booth that gives no number for this reason is shut, and does not merely give none. */
export function isShut(code: string): boolean {
  return SHUT.has(code);
}

/** `until`: epoch ms up to which numbers are given if nothing changes. `left`: null when no limit holds. */
export interface MayGiveNumber {
  readonly yes: true;
  readonly until: number;
  readonly left: number | null;
}

/**
 * The one function that says whether a booth may give a number now, and if not why. Kiosk, portal,
 * officer and simulator all ask it. Refusals carry `opensAt` (epoch ms) where the next chance is known,
 * `because` / `name` where there is a reason to tell, and `day` where the site has its own first or last one. An internal number (transfer, next stop) is
 * never refused for quota before the cut-off.
 */
export function mayGiveNumber(facts: BoothFacts): MayGiveNumber | Refusal<NumberRefusal> {
  if (!facts.agencyActive) return refuse('AGENCY_CLOSED');
  if (!facts.boothActive) return refuse('BOOTH_CLOSED', { because: 'inactive' });
  const state = openingState(facts);
  if (!state.open) return refuseClosed(state, facts);
  const { intakeEndsAt, closesAt } = intakeEnd(facts, state.until);
  if (facts.now >= intakeEndsAt) {
    return refuse('INTAKE_ENDED', { closesAt, intakeEndsAt, ...opensLater(facts) });
  }
  if (facts.countersActive < 1) return refuse('NO_COUNTER');
  if (facts.lastNumber >= NUMBER_MAX) {
    return refuse('SERIES_EXHAUSTED', { lastNumber: facts.lastNumber, ...opensLater(facts) });
  }
  const left = numbersLeft(facts);
  if (left === 0) return refuse('QUOTA_FULL', { limit: facts.limitToday ?? 0, ...opensLater(facts) });
  return { yes: true, until: Math.min(state.until, intakeEndsAt), left };
}

function refuseClosed(
  state: Extract<ReturnType<typeof openingState>, { open: false }>,
  { site, now, zone }: BoothFacts,
): Refusal<'HOLIDAY' | 'BOOTH_CLOSED' | 'SITE_NOT_YET' | 'SITE_OVER'> {
  const facts = {
    because: state.because,
    ...(state.name === undefined ? {} : { name: state.name }),
    ...(state.opensAt === null ? {} : { opensAt: state.opensAt }),
  };
  switch (state.because) {
    case 'holiday':
    case 'joint-leave':
      return refuse('HOLIDAY', facts);
    case 'site-not-yet':
      return refuse('SITE_NOT_YET', { ...facts, day: site.from! });
    case 'site-over':
      return refuse('SITE_OVER', { ...facts, day: site.until! });
    default:
      // Its last evening: what is closed does not open any more.
      return state.opensAt === null && site.until === dayAt(now, zone)
        ? refuse('SITE_OVER', { ...facts, day: site.until })
        : refuse('BOOTH_CLOSED', facts);
  }
}

/**
 * What is left for this purpose. Internal numbers use their own share first, and only what exceeds it
 * counts against the public, so that what a citizen is told is left is true.
 */
function numbersLeft(facts: BoothFacts): number | null {
  if (facts.limitToday === null || facts.purpose === 'internal') return null;
  const kept = Math.round(facts.limitToday * facts.internalReserve);
  const takenFromPublic = facts.takenToday - Math.min(facts.takenInternalToday ?? 0, kept);
  return Math.max(0, Math.min(facts.limitToday - kept - takenFromPublic, NUMBER_MAX - facts.lastNumber));
}

/**
 * When no number is given any more today, if the line stays as it is. The cut-off counts back from the last closing of
 * the day, not from a lunch break: a number taken at 11.50 is served after lunch. Hours that run on past midnight have no
 * closing today. Before the cut-off it ends for the public when those who wait can no longer be served before closing; an
 * internal number is for somebody who waited already.
 */
function intakeEnd(facts: BoothFacts, until: number): { intakeEndsAt: number; closesAt: number } {
  const stretches = stretchesToday(facts, until);
  const closesAt = stretches.at(-1)!.endsAt;
  const cutOff = closesAt - facts.lastIntakeMinutes * MINUTE_MS;
  if (facts.purpose === 'internal') return { intakeEndsAt: cutOff, closesAt };
  const needed = minutesNeeded(facts.line, facts.countersActive);
  return { intakeEndsAt: Math.min(cutOff, Math.max(facts.now, momentBefore(stretches, needed))), closesAt };
}

/** The end of the day's intake as it is expected now, for a booth that is open; undefined when it is not. */
export function expectedIntakeEnd(facts: BoothFacts): number | undefined {
  const state = openingState(facts);
  return state.open ? intakeEnd(facts, state.until).intakeEndsAt : undefined;
}

/** What is left of today's opening from now on, breaks left out; the last may run past midnight. */
function stretchesToday(facts: BoothFacts, until: number): Stretch[] {
  const midnight = endOfToday(facts);
  const stretches: Stretch[] = [{ startsAt: facts.now, endsAt: until }];
  // Each further stretch of today begins at an interval's start or a closure's end.
  for (let n = stretchesMax(facts); n > 0 && stretches.at(-1)!.endsAt < midnight; n -= 1) {
    const next = findOpenStretch(facts, stretches.at(-1)!.endsAt);
    if (next === undefined || next.startsAt >= midnight) break;
    stretches.push(next);
  }
  return stretches;
}

function stretchesMax(facts: BoothFacts): number {
  return planDay(dayAt(facts.now, facts.zone), facts).hours.length + facts.closures.length;
}

/** Quota and series start anew with the service day, so the next chance is the first opening after midnight. */
function opensLater(facts: BoothFacts): { opensAt?: number } {
  const next = findOpenStretch(facts, endOfToday(facts));
  return next === undefined ? {} : { opensAt: next.startsAt };
}

function endOfToday(facts: BoothFacts): number {
  return atTime(dayAt(facts.now, facts.zone), '24:00', facts.zone);
}
