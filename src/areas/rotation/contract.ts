import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Id } from '#platform/contract/shapes.ts';
import { REST_MINUTES_MAX, REST_MINUTES_MIN } from './rules/rest-plan.ts';

const ClockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** One counter's rest, each day. */
export const Rest = z.object({ counterId: Id, starts: ClockTime, ends: ClockTime });
export type Rest = z.infer<typeof Rest>;

/** The counters of an agency's booth and their daily rests. */
export const Rotation = z.object({
  agencyId: Id,
  agencyShortName: z.string(),
  /** So many counters stay open at any time. */
  openMin: z.int(),
  counters: z.array(z.object({ id: Id, number: z.int() })),
  rests: z.array(Rest),
});
export type Rotation = z.infer<typeof Rotation>;

const COUNTERS_MAX = 50;
const access = { roles: ['agency-head', 'manager', 'administrator'] as const };
const openMin = z.int().min(0).max(COUNTERS_MAX);
const ofAgency = refusals('AGENCY_UNKNOWN', 'OTHER_AGENCY');

export const rotationContract = {
  getRotation: read({ access, summary: 'When each counter of an agency rests; agencies see their own' })
    .input(z.object({ agencyId: Id }))
    .errors(ofAgency)
    .output(Rotation),
  proposeRotation: read({ access, summary: 'Spread rests evenly over a time; nothing is written' })
    .input(
      z.object({
        agencyId: Id,
        openMin,
        counterIds: z.array(Id).max(COUNTERS_MAX),
        from: ClockTime,
        until: ClockTime,
        minutes: z.int().min(REST_MINUTES_MIN).max(REST_MINUTES_MAX),
      }),
    )
    .errors({ ...ofAgency, ...refusals('COUNTER_UNKNOWN', 'REST_TOO_FEW_OPEN', 'REST_TOO_LONG') })
    .output(z.object({ rests: z.array(Rest) })),
  setRotation: command({ access, summary: 'Write the daily rests of a booth, in place of those before' })
    .input(z.object({ agencyId: Id, openMin, rests: z.array(Rest).max(COUNTERS_MAX) }))
    .errors({ ...ofAgency, ...refusals('COUNTER_UNKNOWN', 'REST_TIMES', 'REST_TOO_FEW_OPEN') })
    .output(z.object({ rests: z.int() })),
};
