import { z } from 'zod';
import { BREAK_KINDS, BREAK_MINUTES_MAX, BREAK_MINUTES_MIN } from '#areas/staff/rules/breaks.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, Instant } from '#platform/contract/shapes.ts';
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
  /** A colleague may take the counter over. */
  offered: z.boolean(),
  /** When the plan lets this counter rest today, until it has rested. */
  rest: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
});
export type OwnCounter = z.infer<typeof OwnCounter>;

/** Who sits at a counter, for whoever leads the agency or keeps the mall. */
export const SeatNow = z.object({
  counterId: Id,
  number: z.int(),
  staffName: z.string().nullable(),
  since: Instant.nullable(),
  seat: z.enum(SEAT_STATES),
  offered: z.boolean(),
});
export type SeatNow = z.infer<typeof SeatNow>;

/** Which of my two counters is meant; without it the first. */
export const WhichOfMine = z.object({ counterId: Id.optional() });

/** An officer's own day, told to help: no colleague in it, and no time without visitors. */
export const OfficerDay = z.object({
  day: DayText,
  now: Instant,
  served: z.int(),
  finishedHere: z.int(),
  /** How many of those served waited how long until the first call, in the order of WAIT_BANDS. */
  waits: z.array(z.int()),
  /** When the plan lets the officer's counter rest today, until it has rested. */
  rest: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
  /** Per service that was served: the officer's own minutes beside what was declared. */
  services: z.array(
    z.object({
      id: Id,
      name: z.string(),
      nameEn: z.string(),
      served: z.int(),
      minutesMean: z.number(),
      expectedMinutes: z.int(),
    }),
  ),
});
export type OfficerDay = z.infer<typeof OfficerDay>;

const leaders = { roles: ['agency-head', 'manager', 'administrator'] as const };
const access = { roles: ['officer', 'agency-head'] as const };

/** Sitting down, leaving, resting: what an officer does with a counter. Part of the queue's contract. */
export const counterContract = {
  openCounter: command({
    access,
    summary: 'Sit down at a counter of my agency; a simulated officer makes way',
  })
    .input(
      z.object({
        counterId: Id,
        /** Beside the counter that I hold, instead of leaving it. */
        second: z.boolean().default(false),
      }),
    )
    .errors(
      refusals(
        'COUNTER_UNKNOWN',
        'COUNTER_OTHER_DAY',
        'COUNTER_TAKEN',
        'COUNTER_BUSY',
        'OTHER_AGENCY',
        'TWO_COUNTERS',
      ),
    )
    .output(z.object({ counterId: Id, number: z.int() })),
  closeCounter: command({ access, summary: 'Leave my counter' })
    .input(WhichOfMine)
    .errors(refusals('NOT_AT_COUNTER', 'COUNTER_BUSY'))
    .output(z.object({ closedAt: Instant })),
  pauseCounter: command({
    access,
    summary: 'My counter calls nobody for a while; whoever is there is finished first',
  })
    .input(
      WhichOfMine.extend({
        kind: z.enum(BREAK_KINDS),
        minutes: z.int().min(BREAK_MINUTES_MIN).max(BREAK_MINUTES_MAX),
      }),
    )
    .errors(refusals('NOT_AT_COUNTER', 'ALREADY_PAUSED', 'REST_TOO_FEW_OPEN'))
    .output(z.object({ begins: z.enum(['now', 'after-this']) })),
  getOfficerDay: read({ access, summary: 'My own day in numbers that help me' }).output(OfficerDay),
  offerCounter: command({
    access,
    summary: 'Let a colleague of my agency take my counter over with whoever is there, or no longer',
  })
    .input(WhichOfMine.extend({ offered: z.boolean() }))
    .errors(refusals('NOT_AT_COUNTER'))
    .output(z.object({ offered: z.boolean() })),
  releaseCounter: command({
    access: leaders,
    summary: 'Let a colleague take over a counter whose officer cannot offer it',
  })
    .input(z.object({ counterId: Id }))
    .errors(refusals('COUNTER_UNKNOWN', 'COUNTER_EMPTY', 'OTHER_AGENCY'))
    .output(z.object({ number: z.int() })),
  listSeats: read({
    access: leaders,
    summary: 'Who sits at each counter of an agency; agencies see their own',
  })
    .input(z.object({ agencyId: Id }))
    .errors(refusals('OTHER_AGENCY'))
    .output(z.array(SeatNow)),
  resumeCounter: command({ access, summary: 'My counter calls again, or does not go on the break after all' })
    .input(WhichOfMine)
    .errors(refusals('NOT_AT_COUNTER', 'NOT_PAUSED'))
    .output(z.object({ resumedAt: Instant })),
};
