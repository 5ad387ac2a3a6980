import { HEAD_START_MAX_MIN, orderKey, PRIORITY_HEAD_START_MIN } from './head-start.ts';
import { placeAfterHold, type HeldTicket, type PlaceInLine } from './hold.ts';
import type { OfficerOutcome, TicketAction } from './ticket-states.ts';

/** Why somebody goes on at another service: we sent them to the wrong desk, or their errand goes on there. */
export const TRANSFER_REASONS = ['desk-error', 'next-stop'] as const;
export type TransferReason = (typeof TRANSFER_REASONS)[number];

/** Why a stop leads on to another: also because we did not serve it, and it has a first place on the next open day. */
export const GOES_ON_REASONS = [...TRANSFER_REASONS, 'carried'] as const;
export type GoesOnReason = (typeof GOES_ON_REASONS)[number];

/** How a stop may end whose holder goes on elsewhere: one who has left goes nowhere. */
export const NEXT_STOP_OUTCOMES = [
  'finished',
  'in-process',
  'consultation',
  'refused',
] as const satisfies readonly OfficerOutcome[];
export type NextStopOutcome = (typeof NEXT_STOP_OUTCOMES)[number];

/** Half of what was waited before counts at the next stop, and never more than this. */
export const NEXT_STOP_CREDIT_MAX_MIN = 20;
const MINUTE_MS = 60_000;

/** The column of the transition table that a transfer asks. */
export function transferAction(why: TransferReason): TicketAction {
  return why === 'desk-error' ? 'redirect' : 'send-on';
}

/** Whole minutes by which the reference time of a next stop lies before its beginning, 0..20. */
export function nextStopCreditMinutes(waitedMinutes: number): number {
  return Math.floor(Math.min(NEXT_STOP_CREDIT_MAX_MIN, Math.max(0, waitedMinutes) / 2));
}

/** The stop that ends; `heldUntil` is null unless it was on hold. Moments are epoch ms. */
export interface TransferredTicket extends Omit<HeldTicket, 'heldUntil'> {
  readonly heldUntil: number | null;
  /** Before the first call, over all stops of the visit. */
  readonly waitedMinutes: number;
}

/**
 * Where somebody stands at the other service. After our error: as if the right desk had been chosen at the beginning; a
 * hold that has run out had cost that place already. At a next stop: half of what was waited before counts, and priority
 * on top of it only up to 30 minutes together, so that nobody there is passed by more.
 */
export function placeAfterTransfer(ticket: TransferredTicket, why: TransferReason, now: number): PlaceInLine {
  if (why === 'desk-error') return placeAfterHold({ ...ticket, heldUntil: ticket.heldUntil ?? now }, now);
  const creditMinutes = nextStopCreditMinutes(ticket.waitedMinutes);
  const headStartMinutes = Math.min(
    ticket.priority ? PRIORITY_HEAD_START_MIN : 0,
    HEAD_START_MAX_MIN - creditMinutes,
  );
  const referenceAt = now - creditMinutes * MINUTE_MS;
  return { referenceAt, headStartMinutes, orderKey: orderKey(referenceAt, headStartMinutes) };
}
