import { z } from 'zod';
import { BoothState } from '#areas/capacity/contract.ts';
import { Outcome, Wait } from '#areas/queue/contract.ts';
import { read } from '#platform/contract/operation.ts';
import { DayText, Id, Instant, Slug } from '#platform/contract/shapes.ts';
import { BOOTH_ACTIVITIES } from './rules/booth-activity.ts';
import { NUMBER_SOURCES } from './rules/number-sources.ts';

/** Counts of stops by how they ended. */
const Outcomes = z.record(Outcome, z.int());

const Minutes = z.object({
  count: z.int(),
  mean: z.number().nullable(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
});

const Figures = z.object({
  /** People's trips: one that goes on at another service is one trip with several numbers. */
  visits: z.int(),
  issued: z.int(),
  served: z.int(),
  stillOpen: z.int(),
  outcomes: Outcomes,
  /** From check-in to the first call, frozen there. */
  waitMinutes: Minutes,
  /** Time at the counter, of finished stops. */
  serviceMinutes: Minutes,
  rating: z.object({ count: z.int(), mean: z.number().nullable() }),
});
export type Figures = z.infer<typeof Figures>;

export const DayReport = z.object({
  day: DayText,
  timeZone: z.string(),
  madeAt: Instant,
  includesSimulated: z.boolean(),
  /** How many stops of the day were simulated, whether included or not. */
  simulatedCount: z.int(),
  source: z.enum(NUMBER_SOURCES),
  /** How many stops of the day were on paper, whether counted or not. */
  paperCount: z.int(),
  total: Figures,
  byService: z.array(
    Figures.extend({ code: z.string(), service: z.string(), agency: z.string(), agencySlug: Slug }),
  ),
  /** By local hour of issue, 0–23; hours with nothing are left out. */
  byHour: z.array(Figures.extend({ hour: z.int() })),
});
export type DayReport = z.infer<typeof DayReport>;

export const Overview = z.object({
  now: Instant,
  timeZone: z.string(),
  waiting: z.int(),
  serving: z.int(),
  servedToday: z.int(),
  issuedToday: z.int(),
  simulatedToday: z.int(),
  booths: z.array(
    z.object({
      agencyId: Id,
      agencySlug: Slug,
      shortName: z.string(),
      icon: z.string(),
      zoneName: z.string(),
      state: z.enum(BOOTH_ACTIVITIES),
      waiting: z.int(),
      countersOpen: z.int(),
      countersTotal: z.int(),
      wait: Wait.nullable(),
      longestWaitMinutes: z.number().nullable(),
      /** Why it gives no number now, if so. */
      code: z.string().nullable(),
      opensAt: Instant.nullable(),
      siteDays: BoothState.shape.siteDays,
      /** Within an hour of it: when the booth gives no number any more today, as its line stands. */
      intakeEndsAt: Instant.nullable(),
    }),
  ),
  /** Counters on a break, and when it should end (which may have passed). */
  paused: z.array(z.object({ counterNumber: z.int(), agencyShortName: z.string(), until: Instant })),
  arrivalsByHour: z.array(z.object({ hour: z.int(), issued: z.int(), called: z.int() })),
  streamToken: z.string(),
});
export type Overview = z.infer<typeof Overview>;

const readers = { roles: ['manager', 'administrator'] as const };

export const reportsContract = {
  getOverview: read({ access: readers, summary: 'The mall now, booth by booth' }).output(Overview),
  getDayReport: read({
    access: readers,
    path: '/reports/days/{day}',
    summary: 'Figures of one service day, recounted from intervals at each asking',
  })
    .input(
      z.object({
        day: DayText,
        simulated: z.stringbool().or(z.boolean()).default(true),
        source: z.enum(NUMBER_SOURCES).default('all'),
      }),
    )
    .output(DayReport),
  getDayReportCsv: read({
    access: readers,
    summary: 'The same figures as a sheet, in the reader’s language',
  })
    .input(
      z.object({
        day: DayText,
        simulated: z.boolean().default(true),
        source: z.enum(NUMBER_SOURCES).default('all'),
      }),
    )
    .output(z.object({ fileName: z.string(), csv: z.string() })),
};
