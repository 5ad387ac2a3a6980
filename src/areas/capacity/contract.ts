import { z } from 'zod';
import { read } from '#platform/contract/operation.ts';
import { Id, Instant, MallChoice, Slug } from '#platform/contract/shapes.ts';

/** Whether a booth gives numbers now. `code` is a refusal code whose sentence the screen shows. */
export const BoothState = z.object({
  agencyId: Id,
  agencySlug: Slug,
  givesNumbers: z.boolean(),
  code: z.string().nullable(),
  /** Holiday's name or closure's reason. */
  name: z.string().nullable(),
  until: Instant.nullable(),
  opensAt: Instant.nullable(),
  /** False where the day's year was not imported: holidays are then unknown. */
  dayKnown: z.boolean(),
});
export type BoothState = z.infer<typeof BoothState>;

export const capacityContract = {
  listBoothStates: read({
    access: { public: true },
    path: '/booth-states',
    summary:
      'For each agency: does its booth give a number now, until when, and if not why and when it opens',
  })
    .input(MallChoice)
    .output(z.object({ now: Instant, booths: z.array(BoothState) })),
};
