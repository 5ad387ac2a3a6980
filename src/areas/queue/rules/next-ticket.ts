/** What the order needs to know of a ticket; `orderKey` is τ of head-start.ts, epoch ms. */
export interface WaitingTicket {
  readonly id: string;
  readonly serviceId: string;
  readonly orderKey: number;
}

/**
 * The order of the one line: τ, then id. Ids are compared by code unit, which for lower-case UUIDs is
 * the database's own order, so server and screens agree on ties.
 */
export function compareTickets(a: WaitingTicket, b: WaitingTicket): number {
  if (a.orderKey !== b.orderKey) return a.orderKey - b.orderKey;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Whom a counter with these skills (service ids) calls next. A τ in the future is taken too: a counter
 * never idles while somebody waits whom it can serve.
 */
export function nextTicket<T extends WaitingTicket>(
  waiting: Iterable<T>,
  skills: ReadonlySet<string>,
): T | undefined {
  let next: T | undefined;
  for (const ticket of waiting) {
    if (!skills.has(ticket.serviceId)) continue;
    if (next === undefined || compareTickets(ticket, next) < 0) next = ticket;
  }
  return next;
}

/** How many of `waiting` (those who want the same counters) come before the ticket; itself never counts. */
export function peopleAhead(ticket: WaitingTicket, waiting: Iterable<WaitingTicket>): number {
  let ahead = 0;
  for (const other of waiting) if (compareTickets(other, ticket) < 0) ahead += 1;
  return ahead;
}
