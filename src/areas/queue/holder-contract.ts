import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, GivenToken, Id, Instant, TicketToken } from '#platform/contract/shapes.ts';
import { HISTORY_KINDS } from './rules/ticket-history.ts';
import { OUTCOMES } from './rules/ticket-states.ts';

/**
 * The first place of one whom we did not serve. `evening`: the booth opens no more today, and the day is not closed yet.
 * `later`, `today`, `lapsed`: see rules/first-place.ts.
 */
export const FirstPlace = z.object({
  state: z.enum(['evening', 'later', 'today', 'lapsed']),
  /** Null: nobody knows when the booth opens next. */
  opensAt: Instant.nullable(),
  /** False where holidays of that year are not known yet. */
  dayKnown: z.boolean(),
});
export type FirstPlace = z.infer<typeof FirstPlace>;

/** One whom the agency owes a first place today. */
export const Unserved = z.object({
  id: Id,
  code: z.string(),
  serviceDay: DayText,
  service: z.object({ name: z.string(), nameEn: z.string() }),
  issuedAt: Instant,
  priority: z.boolean(),
});
export type Unserved = z.infer<typeof Unserved>;

/** One thing that happened to a number. Each field is null where it does not belong to that kind. */
export const TicketEvent = z.object({
  at: Instant,
  kind: z.enum(HISTORY_KINDS),
  counterNumber: z.int().nullable(),
  until: Instant.nullable(),
  otherCode: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  reason: z.string().nullable(),
});
export type TicketEvent = z.infer<typeof TicketEvent>;

const carryRefusals = refusals(
  'TICKET_UNKNOWN',
  'NO_FIRST_PLACE',
  'FIRST_PLACE_TAKEN',
  'FIRST_PLACE_LATER',
  'FIRST_PLACE_LAPSED',
  'SERVICE_UNKNOWN',
  'AGENCY_CLOSED',
  'BOOTH_CLOSED',
  'HOLIDAY',
  'SITE_NOT_YET',
  'SITE_OVER',
  'INTAKE_ENDED',
  'SERIES_EXHAUSTED',
  'NO_COUNTER',
);
/** The number in front, and how many are called before it. */
const Carried = z.object({ token: TicketToken, code: z.string(), ahead: z.int() });

/** What the holder of a ticket may do with it from anywhere. Whoever has its secret address is its holder. */
export const holderContract = {
  cancelTicket: command({
    access: { public: true },
    path: '/tickets/{token}/cancellation',
    summary:
      'The holder does not come, or cannot wait longer: the number ends, and its place in the quota is free',
  })
    .input(z.object({ token: GivenToken }))
    .errors(refusals('TICKET_UNKNOWN', 'TICKET_EXPIRED', 'BEING_SERVED', 'ALREADY_DONE'))
    .output(z.object({ state: z.literal('done') })),
  returnByHolder: command({
    access: { public: true },
    path: '/tickets/{token}/return',
    summary: 'The holder of a number on hold is there: it waits again, as when an officer says so',
  })
    .input(z.object({ token: GivenToken }))
    .errors(refusals('TICKET_UNKNOWN', 'TICKET_EXPIRED', 'NOT_HELD', 'ALREADY_DONE'))
    .output(z.object({ inTime: z.boolean() })),
  takeFirstPlace: command({
    access: { public: true },
    path: '/tickets/{token}/first-place',
    summary: 'The holder of a number that was not served takes one in front, on the next open day and once',
  })
    .input(z.object({ token: GivenToken }))
    .errors(carryRefusals)
    .output(Carried),
  listFirstPlaces: read({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'Whom my agency did not serve on its last day and owes a first place today',
  }).output(z.object({ now: Instant, unserved: z.array(Unserved) })),
  giveFirstPlace: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'Give one who shows last day’s number a number in front, once',
  })
    .input(z.object({ ticketId: Id }))
    .errors({ ...carryRefusals, ...refusals('OTHER_AGENCY') })
    .output(Carried),
  getTicketHistory: read({
    access: { public: true },
    path: '/tickets/{token}/history',
    summary: 'What happened to a number, in order; no officer is named',
  })
    .input(z.object({ token: GivenToken }))
    .errors(refusals('TICKET_UNKNOWN'))
    .output(z.array(TicketEvent)),
};
