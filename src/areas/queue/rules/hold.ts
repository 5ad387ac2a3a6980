import { headStartMinutes, orderKey, referenceTime } from './head-start.ts';

/** How long a number keeps its place for somebody who was called and is not there, or fetches what is missing. */
export const HOLD_MINUTES = 15;
/** So often a number is held; whoever does not come back then has not appeared. */
export const HOLDS_MAX = 2;

const MINUTE_MS = 60_000;

/** Until when a hold that begins now keeps the place, epoch ms. */
export function holdEnds(now: number): number {
  return now + HOLD_MINUTES * MINUTE_MS;
}

/** A ticket on hold; moments are epoch ms. */
export interface HeldTicket {
  readonly heldUntil: number;
  readonly referenceAt: number;
  readonly headStartMinutes: number;
  readonly orderKey: number;
  readonly priority: boolean;
}

export interface PlaceInLine {
  readonly referenceAt: number;
  readonly headStartMinutes: number;
  readonly orderKey: number;
}

/**
 * Where somebody stands who comes back. In time: at the old place, behind whoever has been called meanwhile. Later: the
 * waiting counts from the return, with the head start of a priority visitor and none of a missed appointment.
 */
export function placeAfterHold(ticket: HeldTicket, now: number): PlaceInLine {
  if (now <= ticket.heldUntil) {
    const { referenceAt, headStartMinutes, orderKey } = ticket;
    return { referenceAt, headStartMinutes, orderKey };
  }
  const arrival = { checkedInAt: ticket.referenceAt, returnedAt: now, priority: ticket.priority };
  const referenceAt = referenceTime(arrival);
  const minutes = headStartMinutes(arrival);
  return { referenceAt, headStartMinutes: minutes, orderKey: orderKey(referenceAt, minutes) };
}
