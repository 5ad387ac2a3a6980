import type { Ticket } from '#areas/queue/contract.ts';

/** So few people before one that it is time to be there. */
export const NEAR_PEOPLE = 2;

/** What the page of a ticket is about. `expired`: of another day and never ended. */
export type TicketView = 'waiting' | 'near' | 'called' | 'held' | 'serving' | 'done' | 'expired';

export function ticketView(ticket: Ticket & { readonly expired: boolean }): TicketView {
  if (ticket.expired) return 'expired';
  if (ticket.state !== 'waiting') return ticket.state;
  return (ticket.ahead ?? Infinity) <= NEAR_PEOPLE ? 'near' : 'waiting';
}

/**
 * What a page of this ticket was made from, so that live.js fetches it anew only when something else is true by now.
 * The same steps as `markOf` in static/live.js.
 */
export function ticketMark(ticket: Ticket): string {
  const { state, ahead, callCount, counterNumber, wait, closure, today } = ticket;
  const minutes = wait && [wait.p10Minutes, wait.p50Minutes, wait.p90Minutes].map(Math.round);
  return JSON.stringify([state, ahead, callCount, counterNumber, minutes, closure, today]);
}
