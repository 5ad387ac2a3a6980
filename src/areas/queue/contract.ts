import { z } from 'zod';
import { Zone } from '#areas/malls/contract.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import {
  DayText,
  GivenToken,
  Id,
  Instant,
  MallChoice,
  Slug,
  TicketToken,
} from '#platform/contract/shapes.ts';
import { FirstPlace, holderContract } from './holder-contract.ts';
import { GOES_ON_REASONS } from './rules/transfer.ts';
import { visitContract } from './visit-contract.ts';
import { deskOperations, numberRefusals, Outcome, TicketState } from './desk-contract.ts';

export { Outcome, type Desk, type DeskTicket } from './desk-contract.ts';

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
  /** Waiting only: people who will be called before, and the predicted wait (null when no counter is open that can serve). */
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
  /** This number leads on to another: the holder of this one may see it. */
  next: z.object({ token: TicketToken, code: z.string(), why: z.enum(GOES_ON_REASONS) }).nullable(),
  simulated: z.boolean(),
  /** While the booth is shut for a reason and one waits: why, and until when (null: until further notice). */
  closure: z.object({ reason: z.string(), until: Instant.nullable() }).nullable(),
  /** While one waits: today's last closing (`HH:MM`, null: shut all day), and why, on a holiday or special day. */
  today: z.object({ closes: z.string().nullable(), reason: z.string().nullable() }).nullable(),
});
export type Ticket = z.infer<typeof Ticket>;

export const LiveQueue = z.object({
  agencyId: Id,
  agencySlug: Slug,
  shortName: z.string(),
  waiting: z.int(),
  /** Those that call now, and those whose officer is on a break. */
  countersOpen: z.int(),
  countersPaused: z.int(),
  countersTotal: z.int(),
  /** For one who would take a number now, at the slowest service; null when no counter is open. */
  wait: Wait.nullable(),
  /** Per service where counters differ in what they can give; else empty, and all of the above holds for each. */
  byService: z.array(z.object({ serviceId: Id, countersOpen: z.int(), wait: Wait.nullable() })),
});
export type LiveQueue = z.infer<typeof LiveQueue>;

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
    .output(
      Ticket.extend({
        streamToken: z.string(),
        now: Instant,
        expired: z.boolean(),
        firstPlace: FirstPlace.nullable(),
      }),
    ),
  listLiveQueues: read({
    access: { public: true },
    path: '/queues',
    summary: 'Per agency: people waiting, counters open, predicted wait',
  })
    .input(MallChoice)
    .output(
      z.object({ now: Instant, waiting: z.int(), queues: z.array(LiveQueue), streamToken: z.string() }),
    ),
  ...deskOperations,
  ...holderContract,
  ...visitContract,
};
