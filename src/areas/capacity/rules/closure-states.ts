import { refuse } from '#platform/values/refusal.ts';
import type { Refusal } from '#platform/values/refusal.ts';

export type ClosureState = 'asked' | 'approved' | 'rejected' | 'lifted';
export type ClosureAct = 'approve' | 'reject' | 'lift';

/**
 * What may happen to a closure. Lifting what was only asked for takes the request back; a closure that was rejected or
 * lifted stays as it is, for the record.
 */
export const CLOSURE_STATES = {
  asked: { approve: 'approved', reject: 'rejected', lift: 'lifted' },
  approved: { lift: 'lifted' },
  rejected: {},
  lifted: {},
} as const satisfies Readonly<Record<ClosureState, Partial<Record<ClosureAct, ClosureState>>>>;

/** The state after the act. Refusals: CLOSURE_DECIDED, when somebody was first or its time is over. */
export function moveClosure(
  closure: { readonly state: ClosureState; readonly endsAt: number },
  act: ClosureAct,
  now: number,
): ClosureState | Refusal<'CLOSURE_DECIDED'> {
  const acts: Partial<Record<ClosureAct, ClosureState>> = CLOSURE_STATES[closure.state];
  const next = acts[act];
  return next === undefined || closure.endsAt <= now ? refuse('CLOSURE_DECIDED') : next;
}

/** From when until when, epoch ms; Infinity where nobody knows the end. */
export interface ClosureSpan {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** How far ahead a closure can be announced. */
export const ANNOUNCED_DAYS_MAX = 366;
/** A form filled in slowly still means "now". */
const LATE_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/**
 * The span of a new closure: `from` null begins now, and a start that has just passed does too.
 * Refusals: CLOSURE_TIMES when it ends before it starts, starts in the past, or lies too far ahead.
 */
export function closureSpan(
  asked: { readonly from: number | null; readonly until: number | null },
  now: number,
): ClosureSpan | Refusal<'CLOSURE_TIMES'> {
  const startsAt = Math.max(now, asked.from ?? now);
  const endsAt = asked.until ?? Infinity;
  const past = asked.from !== null && asked.from < now - LATE_MS;
  const farAhead = startsAt > now + ANNOUNCED_DAYS_MAX * DAY_MS;
  return past || farAhead || endsAt <= startsAt ? refuse('CLOSURE_TIMES') : { startsAt, endsAt };
}
