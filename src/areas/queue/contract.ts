import { z } from 'zod';
import { Zone } from '#areas/malls/contract.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import {
  DayText,
  GivenToken,
  Id,
  Instant,
  line,
  MallChoice,
  Slug,
  TicketToken,
} from '#platform/contract/shapes.ts';
import { holderContract } from './holder-contract.ts';

export const TicketState = z.enum(['waiting', 'called', 'held', 'serving', 'done']);
export const Outcome = z.enum([
  'finished',
  'in-process',
  'consultation',
  'refused',
  'left',
  'absent',
  'not-served',
]);
export type Outcome = z.infer<typeof Outcome>;
export const OfficerOutcome = z.enum(['finished', 'in-process', 'consultation', 'refused', 'left']);

/** Minutes from now: half of such waits are shorter than p50, nine of ten shorter than p90; p10 says when to be there. */
export const Wait = z.object({ p10Minutes: z.number(), p50Minutes: z.number(), p90Minutes: z.number() });
export type Wait = z.infer<typeof Wait>;

/** A ticket as its holder sees it. No person is in it: a number needs no name. */
export const Ticket = z.object({
  token: TicketToken,
  /** `A-012` */
  code: z.string(),
  state: TicketState,
  serviceDay: DayText,
  agency: z.object({ slug: Slug, shortName: z.string() }),
  service: z.object({ slug: Slug, name: z.string(), nameEn: z.string() }),
  zone: Zone,
  priority: z.boolean(),
  issuedAt: Instant,
  /** Waiting only: people who will be called before, and the predicted wait (null when no counter is open). */
  ahead: z.int().nullable(),
  wait: Wait.nullable(),
  /** Called and serving: where to go. */
  counterNumber: z.int().nullable(),
  calledAt: Instant.nullable(),
  callCount: z.int(),
  /** On hold only: until then the number keeps its place. */
  heldUntil: Instant.nullable(),
  outcome: Outcome.nullable(),
  outcomeReason: z.string().nullable(),
  simulated: z.boolean(),
  /** While the booth is shut for a reason and one waits: why, and until when (null: until further notice). */
  closure: z.object({ reason: z.string(), until: Instant.nullable() }).nullable(),
});
export type Ticket = z.infer<typeof Ticket>;

/** A ticket as an officer of its agency sees it. */
export const DeskTicket = z.object({
  id: Id,
  code: z.string(),
  state: TicketState,
  service: z.object({ id: Id, name: z.string(), nameEn: z.string(), requirements: z.array(z.string()) }),
  priority: z.boolean(),
  headStartMinutes: z.int(),
  issuedAt: Instant,
  /** The wait ended here; after a hold `calledAt` is later. */
  firstCalledAt: Instant.nullable(),
  calledAt: Instant.nullable(),
  servingSince: Instant.nullable(),
  callCount: z.int(),
  heldUntil: Instant.nullable(),
  /** How often it was held. */
  holds: z.int(),
  channel: z.string(),
  simulated: z.boolean(),
});
export type DeskTicket = z.infer<typeof DeskTicket>;

/** What the officer's console shows. `current` is the person called to or served at this counter. */
export const Desk = z.object({
  now: Instant,
  counter: z.object({ id: Id, number: z.int(), openedAt: Instant }).nullable(),
  agency: z.object({ id: Id, slug: Slug, shortName: z.string(), zoneName: z.string() }),
  /** Counters of the agency and who sits there. */
  counters: z.array(
    z.object({
      id: Id,
      number: z.int(),
      takenBy: z.string().nullable(),
      takenBySimulation: z.boolean(),
    }),
  ),
  current: DeskTicket.nullable(),
  /** In the order in which they will be called; at most 200, `waitingCount` is the true number. */
  waiting: z.array(DeskTicket),
  waitingCount: z.int(),
  /** On hold, the one whose time ends first at the top; at most 50. */
  held: z.array(DeskTicket),
  countersOpen: z.int(),
  today: z.object({
    served: z.int(),
    finishedHere: z.int(),
    serviceMinutesMean: z.number().nullable(),
  }),
  streamToken: z.string(),
});
export type Desk = z.infer<typeof Desk>;

export const LiveQueue = z.object({
  agencyId: Id,
  agencySlug: Slug,
  shortName: z.string(),
  waiting: z.int(),
  countersOpen: z.int(),
  countersTotal: z.int(),
  /** For one who would take a number now; null when no counter is open. */
  wait: Wait.nullable(),
});
export type LiveQueue = z.infer<typeof LiveQueue>;

const numberRefusals = refusals(
  'SERVICE_UNKNOWN',
  'AGENCY_CLOSED',
  'BOOTH_CLOSED',
  'HOLIDAY',
  'INTAKE_ENDED',
  'QUOTA_FULL',
  'SERIES_EXHAUSTED',
  'NO_COUNTER',
);
const deskRefusals = refusals(
  'NOT_AT_COUNTER',
  'TICKET_UNKNOWN',
  'TICKET_EXPIRED',
  'OTHER_AGENCY',
  'OTHER_COUNTER',
);
const stateRefusals = refusals('NOT_WAITING', 'NOT_CALLED', 'NOT_HELD', 'NOT_SERVING', 'ALREADY_DONE');

const Finish = z.object({
  ticketId: Id,
  outcome: OfficerOutcome,
  /** Needed when the outcome is `refused`: the citizen reads it. */
  reason: line(3, 300).optional(),
});

export const queueContract = {
  issueTicket: command({
    access: { devices: ['kiosk'] },
    path: '/tickets',
    summary: 'Give a number for a service at the kiosk; priority is the visitor’s own declaration',
  })
    .input(z.object({ service: Slug, priority: z.boolean().default(false) }))
    .errors(numberRefusals)
    .output(Ticket),
  getTicket: read({
    access: { public: true },
    path: '/tickets/{token}',
    summary: 'A ticket by its secret address: people ahead, predicted wait, where to go',
  })
    .input(z.object({ token: GivenToken }))
    .errors(refusals('TICKET_UNKNOWN'))
    .output(Ticket.extend({ streamToken: z.string(), now: Instant, expired: z.boolean() })),
  listLiveQueues: read({
    access: { public: true },
    path: '/queues',
    summary: 'Per agency: people waiting, counters open, predicted wait',
  })
    .input(MallChoice)
    .output(
      z.object({ now: Instant, waiting: z.int(), queues: z.array(LiveQueue), streamToken: z.string() }),
    ),
  getDesk: read({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'The console of the officer who asks',
  }).output(Desk),
  openCounter: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'Sit down at a counter of my agency; a simulated officer makes way',
  })
    .input(z.object({ counterId: Id }))
    .errors(refusals('COUNTER_UNKNOWN', 'COUNTER_TAKEN', 'COUNTER_BUSY', 'OTHER_AGENCY'))
    .output(z.object({ counterId: Id, number: z.int() })),
  closeCounter: command({ access: { roles: ['officer', 'agency-head'] }, summary: 'Leave my counter' })
    .input(z.object({}))
    .errors(refusals('NOT_AT_COUNTER', 'COUNTER_BUSY'))
    .output(z.object({ closedAt: Instant })),
  callNext: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'Call the next person to my counter, finishing the present one first if said so',
  })
    .input(z.object({ finishing: Finish.optional() }))
    .errors({
      ...deskRefusals,
      ...stateRefusals,
      ...refusals('NOTHING_WAITING', 'COUNTER_BUSY', 'REASON_NEEDED'),
    })
    .output(
      z.object({
        /** Null only when somebody was finished and nobody waits. */
        called: z.object({ ticketId: Id, code: z.string() }).nullable(),
        counterNumber: z.int(),
      }),
    ),
  recall: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'Call the same person once more',
  })
    .input(z.object({ ticketId: Id }))
    .errors({ ...deskRefusals, ...stateRefusals })
    .output(z.object({ callCount: z.int() })),
  startServing: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'The person is at my counter',
  })
    .input(z.object({ ticketId: Id }))
    .errors({ ...deskRefusals, ...stateRefusals })
    .output(z.object({ state: TicketState })),
  finish: command({ access: { roles: ['officer', 'agency-head'] }, summary: 'End the stop with its outcome' })
    .input(Finish)
    .errors({ ...deskRefusals, ...stateRefusals, ...refusals('REASON_NEEDED') })
    .output(z.object({ state: TicketState })),
  hold: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'The person is not there or fetches something: the number keeps its place for a while',
  })
    .input(z.object({ ticketId: Id }))
    .errors({ ...deskRefusals, ...stateRefusals, ...refusals('HOLD_LIMIT') })
    .output(z.object({ heldUntil: Instant })),
  returnHeld: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'The person is back: the number waits again, in its old place if the hold has not run out',
  })
    .input(z.object({ ticketId: Id }))
    .errors({ ...deskRefusals, ...stateRefusals })
    .output(z.object({ inTime: z.boolean() })),
  markAbsent: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'The person called did not appear',
  })
    .input(z.object({ ticketId: Id }))
    .errors({ ...deskRefusals, ...stateRefusals })
    .output(z.object({ state: TicketState })),
  ...holderContract,
};
