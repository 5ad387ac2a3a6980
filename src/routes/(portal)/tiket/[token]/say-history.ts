import type { TicketEvent } from '#areas/queue/holder-contract.ts';
import type { Ticket } from '#areas/queue/contract.ts';
import type { Words } from '#ui/words/id.ts';
import { sayOutcome } from './say-ticket.ts';

/** One line of a number's history as a sentence. `timeOf` writes the time of day. */
export function sayEvent(
  event: TicketEvent,
  ticket: Ticket,
  words: Words['ticket'],
  timeOf: (at: string) => string,
): string {
  const counter = String(event.counterNumber ?? '');
  const until = event.until === null ? '' : timeOf(event.until);
  switch (event.kind) {
    case 'called':
    case 'called-again':
    case 'started':
      return words[`was-${event.kind}`](counter);
    case 'held':
    case 'held-by-clock':
      return words[`was-${event.kind}`](until);
    case 'came-from':
    case 'carried-from':
    case 'led-on':
      return words[`was-${event.kind}`](event.otherCode ?? '');
    case 'closed':
      return words['was-closed'](event.reason ?? '');
    case 'ended':
      // What followed a number that led on stands in a line of its own.
      return `${sayOutcome(event.outcome ?? 'not-served', { ...ticket, next: null }, words).title}.`;
    case 'issued':
    case 'undone':
    case 'returned':
    case 'returned-late':
    case 'put-back':
    case 'reopened':
      return words[`was-${event.kind}`];
  }
}
