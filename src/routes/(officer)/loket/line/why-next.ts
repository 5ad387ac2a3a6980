import type { DeskTicket } from '#areas/queue/contract.ts';
import type { officer } from '#ui/words/id/officer.ts';

const MINUTE_MS = 60_000;

type Placed = Pick<
  DeskTicket,
  'code' | 'issuedAt' | 'referenceAt' | 'cameFrom' | 'holds' | 'headStartMinutes' | 'priority'
>;

/**
 * Why the next one is the next, in one sentence, from the facts by which the order was made.
 * @param passed how many stand before who need another counter
 * @param timeOf an instant as the clock on the wall shows it
 */
export function sayWhyNext(
  ticket: Placed,
  passed: number,
  words: typeof officer,
  timeOf: (at: string) => string,
): string {
  const reason = reasonOf(ticket, words, timeOf);
  return passed === 0 ? words.nextBecause(ticket.code, reason) : words.nextHere(ticket.code, reason, passed);
}

function reasonOf(ticket: Placed, words: typeof officer, timeOf: (at: string) => string): string {
  const { cameFrom, headStartMinutes, issuedAt, referenceAt } = ticket;
  const counted = timeOf(referenceAt);
  const creditMinutes = Math.round((Date.parse(issuedAt) - Date.parse(referenceAt)) / MINUTE_MS);
  // A return after the hold had run out moved the reference time; one in time left it alone.
  if (ticket.holds > 0)
    return creditMinutes < 0 ? words.whyReturnedLate(counted) : words.whyReturned(counted);
  if (cameFrom?.why === 'desk-error') return words.whyRedirected(cameFrom.code, counted);
  if (cameFrom?.why === 'next-stop')
    return words.whyNextStop(cameFrom.code, creditMinutes + headStartMinutes);
  if (cameFrom?.why === 'carried') return words.whyCarried(cameFrom.code);
  if (headStartMinutes === 0) return words.whyCame(timeOf(issuedAt));
  return ticket.priority
    ? words.whyPriority(timeOf(issuedAt), headStartMinutes)
    : words.whyAppointment(timeOf(issuedAt), headStartMinutes);
}
