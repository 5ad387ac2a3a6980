import { z } from 'zod';
import { read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, line } from '#platform/contract/shapes.ts';
import { Outcome, TicketState } from './desk-contract.ts';
import { TicketEvent } from './holder-contract.ts';

/** A visit as staff read it: its stops in their order, each with what happened and, where they may know, who did it. */
export const Visit = z.object({
  day: DayText,
  stops: z.array(
    z.object({
      id: Id,
      code: z.string(),
      agencyShortName: z.string(),
      service: z.object({ name: z.string(), nameEn: z.string() }),
      state: TicketState,
      outcome: Outcome.nullable(),
      outcomeReason: z.string().nullable(),
      events: z.array(TicketEvent.extend({ who: z.string().nullable() })),
    }),
  ),
});
export type Visit = z.infer<typeof Visit>;

export const visitContract = {
  findVisit: read({
    access: { roles: ['officer', 'agency-head', 'manager', 'administrator'] },
    summary: 'What happened to a number and to the whole visit; names of officers only of the own agency',
  })
    .input(z.object({ code: line(3, 8), day: DayText.optional() }))
    .errors(refusals('TICKET_UNKNOWN'))
    .output(Visit),
};
