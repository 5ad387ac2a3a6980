import type { TicketEvent } from '#areas/queue/holder-contract.ts';
import type { Outcome } from '#areas/queue/contract.ts';
import type { ticket } from './id/ticket.ts';

/**
 * One line of a number's history as a sentence.
 * @param say `time` writes the time of day, `end` how it ended
 */
export function sayEvent(
  event: TicketEvent,
  words: typeof ticket,
  say: { readonly time: (at: string) => string; readonly end: (outcome: Outcome) => string },
): string {
  const counter = String(event.counterNumber ?? '');
  const until = event.until === null ? '' : say.time(event.until);
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
      return `${say.end(event.outcome ?? 'not-served')}.`;
    case 'issued':
    case 'undone':
    case 'returned':
    case 'returned-late':
    case 'put-back':
    case 'reopened':
      return words[`was-${event.kind}`];
  }
}
