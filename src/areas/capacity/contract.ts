import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, Instant, line, MallChoice, Slug } from '#platform/contract/shapes.ts';

/** Whether a booth gives numbers now. `code` is a refusal code whose sentence the screen shows. */
export const BoothState = z.object({
  agencyId: Id,
  agencySlug: Slug,
  /** Letters before its numbers. */
  series: z.string(),
  givesNumbers: z.boolean(),
  code: z.string().nullable(),
  /** Holiday's name or closure's reason. */
  name: z.string().nullable(),
  until: Instant.nullable(),
  opensAt: Instant.nullable(),
  /** Within an hour of it: when no number is given any more today, as the line stands now. */
  intakeEndsAt: Instant.nullable(),
  /** First and last service day of the site at which it stands; null: no bound on that side. */
  siteDays: z.object({ from: DayText.nullable(), until: DayText.nullable() }),
  /** False where the day's year was not imported: holidays are then unknown. */
  dayKnown: z.boolean(),
});
export type BoothState = z.infer<typeof BoothState>;

export const ClosureState = z.enum(['asked', 'approved', 'rejected', 'lifted']);
export type ClosureState = z.infer<typeof ClosureState>;

/** A booth shut for a reason: asked for, announced or running. */
export const BoothClosure = z.object({
  id: Id,
  agencyId: Id,
  agencyShortName: z.string(),
  startsAt: Instant,
  /** Null: until further notice. */
  endsAt: Instant.nullable(),
  reason: z.string(),
  state: ClosureState,
  running: z.boolean(),
  /** Null where the asker may not see who it was. */
  askedBy: z.string().nullable(),
});
export type BoothClosure = z.infer<typeof BoothClosure>;

/** How many people the one who decides was shown; more than that, and the decision is asked anew. */
const knownWaiting = z.int().min(0).max(10_000);
const STAFF = ['officer', 'agency-head', 'manager', 'administrator'] as const;
const KEEPERS = ['manager', 'administrator'] as const;

export const capacityContract = {
  listBoothStates: read({
    access: { public: true },
    path: '/booth-states',
    summary:
      'For each agency: does its booth give a number now, until when, and if not why and when it opens',
  })
    .input(MallChoice)
    .output(z.object({ now: Instant, booths: z.array(BoothState) })),
  listClosures: read({
    access: { roles: [...STAFF] },
    summary: 'Closures that are asked for, announced or running, and who waits where; agencies see their own',
  }).output(
    z.object({
      now: Instant,
      closures: z.array(BoothClosure),
      booths: z.array(z.object({ agencyId: Id, agencyShortName: z.string(), waiting: z.int() })),
    }),
  ),
  closeBooth: command({
    access: { roles: [...STAFF] },
    summary:
      "Close an agency's booth from now or later; an agency's own staff ask, a manager's word holds at once",
  })
    .input(
      z.object({
        agencyId: Id,
        reason: line(3, 200),
        /** Null: from now. */
        from: Instant.nullable(),
        /** Null: until further notice. */
        until: Instant.nullable(),
        knownWaiting,
      }),
    )
    .errors(refusals('AGENCY_UNKNOWN', 'OTHER_AGENCY', 'CLOSURE_TIMES', 'CLOSURE_OVERLAPS', 'PEOPLE_WAITING'))
    .output(z.object({ closureId: Id, state: ClosureState, told: z.int() })),
  decideClosure: command({
    access: { roles: [...KEEPERS] },
    summary: 'Approve or reject a closure that an agency asked for',
  })
    .input(z.object({ closureId: Id, approve: z.boolean(), knownWaiting }))
    .errors(refusals('CLOSURE_UNKNOWN', 'CLOSURE_DECIDED', 'CLOSURE_OVERLAPS', 'PEOPLE_WAITING'))
    .output(z.object({ state: ClosureState, told: z.int() })),
  liftClosure: command({
    access: { roles: [...STAFF] },
    summary:
      'End a closure early, or take a request back; agencies only what they asked for and nobody approved',
  })
    .input(z.object({ closureId: Id }))
    .errors(refusals('CLOSURE_UNKNOWN', 'CLOSURE_DECIDED', 'OTHER_AGENCY'))
    .output(z.object({ state: ClosureState, told: z.int() })),
};
