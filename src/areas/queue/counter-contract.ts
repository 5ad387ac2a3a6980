import { z } from 'zod';
import { BREAK_KINDS, BREAK_MINUTES_MAX, BREAK_MINUTES_MIN } from '#areas/staff/rules/breaks.ts';
import { command, refusals } from '#platform/contract/operation.ts';
import { Id, Instant } from '#platform/contract/shapes.ts';
import { SEAT_STATES } from './rules/seat-states.ts';

/** A break of a counter. It begins when the person who is still there has been finished: until then both times are null. */
export const CounterBreak = z.object({
  kind: z.enum(BREAK_KINDS),
  expectedMinutes: z.int(),
  startedAt: Instant.nullable(),
  until: Instant.nullable(),
});
export type CounterBreak = z.infer<typeof CounterBreak>;

/** The officer's own counter: what it is doing, and the break that was asked for. */
export const OwnCounter = z.object({
  id: Id,
  number: z.int(),
  openedAt: Instant,
  seat: z.enum(SEAT_STATES),
  pause: CounterBreak.nullable(),
  /** When the plan lets this counter rest today, until it has rested. */
  rest: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
});
export type OwnCounter = z.infer<typeof OwnCounter>;

const access = { roles: ['officer', 'agency-head'] as const };

/** Sitting down, leaving, resting: what an officer does with a counter. Part of the queue's contract. */
export const counterContract = {
  openCounter: command({
    access,
    summary: 'Sit down at a counter of my agency; a simulated officer makes way',
  })
    .input(z.object({ counterId: Id }))
    .errors(refusals('COUNTER_UNKNOWN', 'COUNTER_TAKEN', 'COUNTER_BUSY', 'OTHER_AGENCY'))
    .output(z.object({ counterId: Id, number: z.int() })),
  closeCounter: command({ access, summary: 'Leave my counter' })
    .input(z.object({}))
    .errors(refusals('NOT_AT_COUNTER', 'COUNTER_BUSY'))
    .output(z.object({ closedAt: Instant })),
  pauseCounter: command({
    access,
    summary: 'My counter calls nobody for a while; whoever is there is finished first',
  })
    .input(
      z.object({
        kind: z.enum(BREAK_KINDS),
        minutes: z.int().min(BREAK_MINUTES_MIN).max(BREAK_MINUTES_MAX),
      }),
    )
    .errors(refusals('NOT_AT_COUNTER', 'ALREADY_PAUSED', 'REST_TOO_FEW_OPEN'))
    .output(z.object({ begins: z.enum(['now', 'after-this']) })),
  resumeCounter: command({ access, summary: 'My counter calls again, or does not go on the break after all' })
    .input(z.object({}))
    .errors(refusals('NOT_AT_COUNTER', 'NOT_PAUSED'))
    .output(z.object({ resumedAt: Instant })),
};
