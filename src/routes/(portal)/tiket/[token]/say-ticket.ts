import type { Outcome, Ticket } from '#areas/queue/contract.ts';
import type { Words } from '#ui/words/id.ts';
import type { TicketView } from './ticket-view.ts';

type TicketWords = Words['ticket'];

/** The tab of the browser, also read out when something changed: what matters first. */
export function sayTab(view: TicketView, ticket: Ticket, words: TicketWords): string {
  const { code, ahead, counterNumber } = ticket;
  switch (view) {
    case 'waiting':
    case 'near':
      return ahead === null || ahead > 0 ? words.tabWaiting(code, String(ahead ?? '')) : words.tabNext(code);
    case 'called':
      return words.tabCalled(code, String(counterNumber ?? ''));
    case 'held':
      return words.tabHeld(code);
    case 'serving':
      return words.tabServing(code);
    case 'done':
      return ticket.next === null ? words.tabDone(code) : words.tabGoesOn(code, ticket.next.code);
    case 'expired':
      return words.tabExpired(code);
  }
}

export interface Ending {
  readonly title: string;
  readonly text: string;
  readonly next?: string;
}

/** How a stop ended, in the holder's words: what happened, and what to do next. */
export function sayOutcome(outcome: Outcome, ticket: Ticket, words: TicketWords): Ending {
  switch (outcome) {
    case 'finished':
      return { title: words.finished, text: words.finishedText };
    case 'in-process':
      return { title: words.inProcess, text: words.inProcessText };
    case 'consultation':
      return { title: words.consultation, text: words.consultationText };
    case 'refused':
      return {
        title: words.refused,
        text: words.refusedText(ticket.outcomeReason ?? ''),
        next: words.refusedNext,
      };
    case 'left':
      return { title: words.left, text: words.leftText };
    case 'absent':
      return {
        title: words.absent,
        text: words.absentText(String(ticket.callCount)),
        next: words.absentNext,
      };
    case 'not-served':
      if (ticket.next?.why === 'carried') return { title: words.notServed, text: words.carriedText };
      // Whom we sent to the wrong desk was not served there, and goes on at once.
      if (ticket.next !== null) return { title: words.redirected, text: words.redirectedText };
      return { title: words.notServed, text: words.notServedText };
  }
}
