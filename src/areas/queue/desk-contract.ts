import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Id, Instant, line, Slug } from '#platform/contract/shapes.ts';
import { counterContract, OwnCounter, WhichOfMine } from './counter-contract.ts';
import { GOES_ON_REASONS, NEXT_STOP_OUTCOMES, TRANSFER_REASONS } from './rules/transfer.ts';

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

/** A ticket as an officer of its agency sees it. */
export const DeskTicket = z.object({
  id: Id,
  code: z.string(),
  state: TicketState,
  service: z.object({ id: Id, name: z.string(), nameEn: z.string(), requirements: z.array(z.string()) }),
  priority: z.boolean(),
  headStartMinutes: z.int(),
  issuedAt: Instant,
  /** From when the waiting counts: after our error the first check-in, after a late return the return. */
  referenceAt: Instant,
  /** The stop of the same visit that led here. */
  cameFrom: z.object({ code: z.string(), why: z.enum(GOES_ON_REASONS) }).nullable(),
  /** The wait ended here; after a hold `calledAt` is later. */
  firstCalledAt: Instant.nullable(),
  calledAt: Instant.nullable(),
  servingSince: Instant.nullable(),
  callCount: z.int(),
  /** Why the present call came before its turn; null when it did not. */
  outOfTurn: z.string().nullable(),
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
  counter: OwnCounter.nullable(),
  /** All counters that the officer holds, two at the most, and the number that is at each. */
  own: z.array(z.object({ id: Id, number: z.int(), code: z.string().nullable() })),
  /** At no counter because the last one was given free: nothing was heard of the officer for that long. */
  seatFreed: z.object({ counterNumber: z.int(), at: Instant, silentMinutes: z.int() }).nullable(),
  agency: z.object({ id: Id, slug: Slug, shortName: z.string(), zoneName: z.string() }),
  /** Counters of the agency and who sits there. */
  counters: z.array(
    z.object({
      id: Id,
      number: z.int(),
      takenBy: z.string().nullable(),
      takenBySimulation: z.boolean(),
      /** Its officer hands it over: a colleague may take it with whoever is there. */
      offered: z.boolean(),
    }),
  ),
  current: DeskTicket.nullable(),
  /** In the order in which they will be called, each by a counter that can serve them; at most 200, `waitingCount` is the true number. */
  waiting: z.array(
    DeskTicket.extend({
      /** Null where this counter can serve the person; else the numbers of the counters that call and can. */
      elsewhere: z.array(z.int()).nullable(),
    }),
  ),
  waitingCount: z.int(),
  /** On hold, the one whose time ends first at the top; at most 50. */
  held: z.array(DeskTicket),
  /** Those that call: a counter on a break is not open. */
  countersOpen: z.int(),
  /** How often one may be called again after the first call. */
  recallsMax: z.int(),
  today: z.object({
    served: z.int(),
    finishedHere: z.int(),
    serviceMinutesMean: z.number().nullable(),
  }),
  streamToken: z.string(),
});
export type Desk = z.infer<typeof Desk>;

/** Why a booth gives no number now. */
export const numberRefusals = refusals(
  'SERVICE_UNKNOWN',
  'AGENCY_CLOSED',
  'BOOTH_CLOSED',
  'HOLIDAY',
  'SITE_NOT_YET',
  'SITE_OVER',
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
const stateRefusals = refusals(
  'NOT_WAITING',
  'NOT_CALLED',
  'UNDO_LATE',
  'NOT_HELD',
  'NOT_SERVING',
  'ALREADY_DONE',
);

const Finish = z.object({
  ticketId: Id,
  outcome: OfficerOutcome,
  /** Needed when the outcome is `refused`: the citizen reads it. */
  reason: line(3, 300).optional(),
});

/** What officers ask for at their desk; the other half of the area's contract. */
export const deskOperations = {
  getDesk: read({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'The console of the officer who asks, at one of the own counters',
  })
    .input(WhichOfMine.default({}))
    .output(Desk),
  ...counterContract,
  callNext: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'Call the next person to my counter, finishing the present one first if said so',
  })
    .input(WhichOfMine.extend({ finishing: Finish.optional() }))
    .errors({
      ...deskRefusals,
      ...stateRefusals,
      ...refusals(
        'NOTHING_WAITING',
        'NOTHING_FOR_COUNTER',
        'COUNTER_BUSY',
        'COUNTER_PAUSED',
        'REASON_NEEDED',
      ),
    })
    .output(
      z.object({
        /** Null only when somebody was finished, and nobody waits or the counter's break begins. */
        called: z.object({ ticketId: Id, code: z.string() }).nullable(),
        counterNumber: z.int(),
      }),
    ),
  callOutOfTurn: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'Call one who waits before the turn; the reason and those who were passed stay on the trail',
  })
    .input(WhichOfMine.extend({ ticketId: Id, reason: line(3, 200) }))
    .errors({
      ...deskRefusals,
      ...stateRefusals,
      ...refusals('COUNTER_BUSY', 'COUNTER_PAUSED', 'COUNTER_LACKS_SERVICE'),
    })
    .output(z.object({ ticketId: Id, code: z.string(), counterNumber: z.int(), passedCount: z.int() })),
  recall: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'Call the same person once more',
  })
    .input(z.object({ ticketId: Id }))
    .errors({ ...deskRefusals, ...stateRefusals, ...refusals('RECALL_LIMIT') })
    .output(z.object({ callCount: z.int() })),
  undoCall: command({
    access: { roles: ['officer', 'agency-head'] },
    summary: 'Take back a call that was a slip: within half a minute the person waits on as if never called',
  })
    .input(z.object({ ticketId: Id }))
    .errors({ ...deskRefusals, ...stateRefusals })
    .output(z.object({ state: TicketState })),
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
  transfer: command({
    access: { roles: ['officer', 'agency-head'] },
    summary:
      'The person goes on at another service, with a new number: our error, or the next stop of the visit',
  })
    .input(
      z.object({
        ticketId: Id,
        serviceId: Id,
        why: z.enum(TRANSFER_REASONS),
        /** How this stop ends, for a next stop; after our error it was not served. */
        outcome: z.enum(NEXT_STOP_OUTCOMES).default('finished'),
        reason: line(3, 300).optional(),
      }),
    )
    .errors({
      ...deskRefusals,
      ...stateRefusals,
      ...numberRefusals,
      ...refusals('SAME_SERVICE', 'REASON_NEEDED'),
    })
    .output(
      z.object({
        code: z.string(),
        agencyShortName: z.string(),
        zoneName: z.string(),
        ahead: z.int(),
      }),
    ),
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
};
