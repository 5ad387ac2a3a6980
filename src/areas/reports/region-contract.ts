import { z } from 'zod';
import { DayText, Id, Slug } from '#platform/contract/shapes.ts';

/** What the head of the region asks of a mall. */
export const RegionView = z.object({
  /** The days of the first and third part. */
  from: DayText,
  until: DayText,
  launchedOn: DayText.nullable(),
  avoided: z.object({
    /** Over all services of which enough is known; null: none. Negative: people come more often than before. */
    visits: z.number().nullable(),
    services: z.array(
      z.object({
        serviceId: Id,
        name: z.string(),
        baseline: z.number(),
        present: z.number().nullable(),
        finished: z.int(),
        avoided: z.number().nullable(),
      }),
    ),
    /** Services that somebody finished here, and of which the study says nothing. */
    unlinked: z.int(),
  }),
  /** Of the last year, the months in which somebody came. */
  months: z.array(
    z.object({
      month: z.string(),
      served: z.int(),
      finished: z.int(),
      waitP50: z.number().nullable(),
      waitP90: z.number().nullable(),
      ratings: z.int(),
      ratingMean: z.number().nullable(),
    }),
  ),
  promises: z.object({
    /** Mean over the agencies; null: no promised day is over. */
    keptShare: z.number().nullable(),
    agencies: z.int(),
    behind: z.array(
      z.object({
        agency: z.object({ id: Id, slug: Slug, shortName: z.string() }),
        keptShare: z.number(),
        absent: z.int(),
      }),
    ),
  }),
  agreementsDue: z.array(z.object({ title: z.string(), daysLeft: z.int() })),
  decisions: z.object({
    open: z.int(),
    overdue: z.array(z.object({ what: z.string(), owner: z.string(), dueOn: DayText.nullable() })),
  }),
  blockers: z.array(z.object({ what: z.string(), owner: z.string(), since: DayText })),
});
export type RegionView = z.infer<typeof RegionView>;
