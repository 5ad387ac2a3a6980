import { z } from 'zod';
import { Zone } from '#areas/malls/contract.ts';
import { ROLES } from '#platform/contract/access.ts';
import { read, refusals } from '#platform/contract/operation.ts';
import { Id, Instant } from '#platform/contract/shapes.ts';

/** Never a name, never a service: a board shows numbers, counters and agencies. */
export const BoardCall = z.object({
  code: z.string(),
  series: z.string(),
  number: z.int(),
  counterNumber: z.int(),
  agencyShortName: z.string(),
  calledAt: Instant,
  serving: z.boolean(),
});

export const Board = z.object({
  now: Instant,
  zone: Zone,
  mallShortName: z.string(),
  timeZone: z.string(),
  sampleData: z.boolean(),
  /** Latest first, at most six. */
  calls: z.array(BoardCall),
  /** Will be called next, in order, at most five. */
  next: z.array(z.object({ code: z.string(), agencyShortName: z.string() })),
  /** Booths of the zone that give no numbers now, those shut for a reason first, with it and the next opening. */
  closed: z.array(
    z.object({
      agencyShortName: z.string(),
      opensAt: Instant.nullable(),
      reason: z.string().nullable(),
      /** Still serves those who wait, but gives no number any more today. */
      intakeEnded: z.boolean(),
    }),
  ),
  /** Counters of the zone whose officer is on a break, and when it should end (which may have passed). */
  paused: z.array(z.object({ counterNumber: z.int(), agencyShortName: z.string(), until: Instant })),
  /** Kiosks of the zone at which a visitor waits for an officer, by name. */
  helpWanted: z.array(z.string()),
  streamToken: z.string(),
});
export type Board = z.infer<typeof Board>;

export const boardsContract = {
  getBoard: read({
    access: { devices: ['board'], roles: [...ROLES] },
    path: '/board',
    summary: 'What the board of a zone shows; a board device sees its own zone',
  })
    .input(z.object({ zone: Id.optional() }))
    .errors(refusals('ZONE_UNKNOWN'))
    .output(Board),
};
