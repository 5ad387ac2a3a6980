import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Id } from '#platform/contract/shapes.ts';
import { REST_MINUTES_MAX, REST_MINUTES_MIN, RESTS_MAX } from './rules/rest-plan.ts';

const ClockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** ISO 8601: Monday is 1; each day once. */
const Weekdays = z
  .array(z.int().min(1).max(7))
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length);

/** One counter's rest on these days of the week. */
export const Rest = z.object({ counterId: Id, weekdays: Weekdays, starts: ClockTime, ends: ClockTime });
export type Rest = z.infer<typeof Rest>;

/** The counters of an agency's booth and their rests through the week. */
export const Rotation = z.object({
  agencyId: Id,
  agencyShortName: z.string(),
  /** So many counters stay open at any time. */
  openMin: z.int(),
  counters: z.array(z.object({ id: Id, number: z.int() })),
  rests: z.array(Rest),
  /** What the plan leaves without a counter, and when first in the week. */
  alone: z.array(z.object({ name: z.string(), nameEn: z.string(), weekday: z.int(), clock: ClockTime })),
});
export type Rotation = z.infer<typeof Rotation>;

const COUNTERS_MAX = 50;
const PLAN_MAX = COUNTERS_MAX * RESTS_MAX;
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
        weekdays: Weekdays,
        from: ClockTime,
        until: ClockTime,
        minutes: z.int().min(REST_MINUTES_MIN).max(REST_MINUTES_MAX),
      }),
    )
    .errors({ ...ofAgency, ...refusals('COUNTER_UNKNOWN', 'REST_TOO_FEW_OPEN', 'REST_TOO_LONG') })
    .output(z.object({ rests: z.array(Rest) })),
  setRotation: command({
    access,
    summary:
      'Write the rests of a booth, in place of those before; refused once where a service is left without a counter',
  })
    .input(
      z.object({
        agencyId: Id,
        openMin,
        rests: z.array(Rest).max(PLAN_MAX),
        anyway: z.boolean().default(false),
      }),
    )
    .errors({
      ...ofAgency,
      ...refusals('COUNTER_UNKNOWN', 'REST_TIMES', 'REST_TOO_FEW_OPEN', 'REST_SERVICE_ALONE'),
    })
    .output(z.object({ rests: z.int() })),
};
