import { needsReason, type Outcome } from '#areas/queue/rules/ticket-states.ts';
import { atTime, type Day } from '#platform/values/day.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';

/** What a visitor met of the mall before the end; which of the three times and whether a counter belong to it. */
type Course = 'served' | 'called' | 'either' | 'waited';

const COURSES = {
  finished: 'served',
  'in-process': 'served',
  consultation: 'served',
  refused: 'served',
  absent: 'called',
  left: 'either',
  'not-served': 'waited',
} as const satisfies Record<Outcome, Course>;

/** As written down on paper: hour and minute on the wall of the mall, all on one day. */
export interface PaperTimes {
  readonly takenAt: string;
  readonly calledAt: string | undefined;
  readonly endedAt: string;
}

export interface PastInterval {
  readonly kind: 'waiting' | 'called' | 'serving';
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
}

export type PastStopRefusal = 'TIMES_INCOMPLETE' | 'TIMES_DISORDERED' | 'TIMES_AHEAD' | 'REASON_NEEDED';

export interface PastStopAsked extends PaperTimes {
  readonly day: Day;
  /** IANA name of the mall's zone. */
  readonly zone: string;
  readonly now: number;
  readonly outcome: Outcome;
  readonly reason: string | undefined;
  readonly counterNumber: number | undefined;
}

/**
 * The closed intervals of a stop that was written down by hand. A person on paper is served from the call on: nobody
 * wrote down when they reached the counter, so the call itself takes no time. Refusals: REASON_NEEDED;
 * TIMES_INCOMPLETE when the outcome wants a call and a counter that are missing, or has a call it cannot have;
 * TIMES_DISORDERED; TIMES_AHEAD of now.
 */
export function pastIntervals(asked: PastStopAsked): PastInterval[] | Refusal<PastStopRefusal> {
  const { outcome, reason, day, zone, now, counterNumber } = asked;
  if (needsReason(outcome) && !reason) return refuse('REASON_NEEDED');
  const wasCalled = asked.calledAt !== undefined && counterNumber !== undefined;
  const neverCalled = asked.calledAt === undefined && counterNumber === undefined;
  const course: Course = COURSES[outcome];
  if (course === 'waited' ? !neverCalled : course === 'either' ? wasCalled === neverCalled : !wasCalled) {
    return refuse('TIMES_INCOMPLETE');
  }
  const instant = (time: string) => atTime(day, time, zone);
  const taken = instant(asked.takenAt);
  const ended = instant(asked.endedAt);
  const called = asked.calledAt === undefined ? ended : instant(asked.calledAt);
  if (taken > called || called > ended) return refuse('TIMES_DISORDERED');
  if (ended > now) return refuse('TIMES_AHEAD');
  const waiting: PastInterval = { kind: 'waiting', startedAt: taken, endedAt: called };
  if (neverCalled) return [waiting];
  if (course !== 'served') return [waiting, { kind: 'called', startedAt: called, endedAt: ended }];
  return [
    waiting,
    { kind: 'called', startedAt: called, endedAt: called },
    { kind: 'serving', startedAt: called, endedAt: ended },
  ];
}
