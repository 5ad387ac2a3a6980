import { Temporal } from 'temporal-polyfill';
import type { Day } from '#platform/values/day.ts';
import type { AgreementState } from './agreement-states.ts';

/** So many days before its end an agreement is reminded of (domain notes §11.7). */
export const REMINDER_DAYS = [180, 90, 30] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

/** What is to be known of an agreement to tell how it stands. Days are YYYY-MM-DD. */
export interface AgreementTerm {
  readonly state: AgreementState;
  readonly beginsOn: string | null;
  /** Null: without an end. Its last day belongs to it. */
  readonly endsOn: string | null;
  readonly endedOn: string | null;
}

/** How an agreement stands on a day: a signed one is not yet in force, in force, ends soon, or has lapsed. */
export const STANDINGS = [
  'draft',
  'review',
  'agreed',
  'not-yet',
  'in-force',
  'ends-soon',
  'lapsed',
  'ended',
] as const;
export type Standing = (typeof STANDINGS)[number];

export function agreementStanding(term: AgreementTerm, today: Day): Standing {
  if (term.state === 'ended') return (term.endedOn ?? today) >= today ? 'ends-soon' : 'ended';
  if (term.state !== 'signed') return term.state;
  if (term.beginsOn !== null && today < term.beginsOn) return 'not-yet';
  if (term.endsOn === null) return 'in-force';
  if (term.endsOn < today) return 'lapsed';
  return reminderDue(term.endsOn, today) === null ? 'in-force' : 'ends-soon';
}

/** Whether what it promises holds on the day. A lapsed one does not, and its booth goes on all the same. */
export function isInForce(term: AgreementTerm, day: Day): boolean {
  if (term.state !== 'signed' && term.state !== 'ended') return false;
  const last = [term.endsOn, term.endedOn].filter((end) => end !== null).toSorted()[0];
  return (term.beginsOn ?? day) <= day && (last === undefined || day <= last);
}

/** Days from today to the last day; 0 on it, negative after it; null without an end. */
export function daysLeft(endsOn: string | null, today: Day): number | null {
  return endsOn === null ? null : Temporal.PlainDate.from(today).until(endsOn, { largestUnit: 'day' }).days;
}

/** The closest reminder whose day has come: 180, 90 or 30 days before the end; null before the first and after the end. */
export function reminderDue(endsOn: string | null, today: Day): ReminderDays | null {
  const left = daysLeft(endsOn, today);
  if (left === null || left < 0) return null;
  return REMINDER_DAYS.findLast((days) => left <= days) ?? null;
}
