import type { Outcome, TicketState } from '#areas/queue/rules/ticket-states.ts';
import { addDays, compareDays, dayAt, type Day } from '#platform/values/day.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';

/** Who was served can say how it was: also with a refusal, not after leaving or when nobody served. */
const SERVED: ReadonlySet<Outcome> = new Set(['finished', 'in-process', 'consultation', 'refused']);

export interface StopToRate {
  readonly state: TicketState;
  readonly outcome: Outcome | null;
  readonly serviceDay: string;
  /** IANA zone of the mall. */
  readonly timeZone: string;
}

/**
 * Whether a stop may be rated at `now` (epoch ms): once somebody was served, on that service day and the day after,
 * while the memory is fresh. Undefined means yes.
 */
export function whyNotRate(
  stop: StopToRate,
  now: number,
): Refusal<'TICKET_EXPIRED' | 'NOT_SERVED_YET'> | undefined {
  const lastDay = addDays(stop.serviceDay as Day, 1);
  if (compareDays(dayAt(now, stop.timeZone), lastDay) > 0) {
    return refuse('TICKET_EXPIRED', { day: stop.serviceDay });
  }
  if (stop.outcome === null) return refuse('NOT_SERVED_YET', { state: stop.state });
  return SERVED.has(stop.outcome) ? undefined : refuse('NOT_SERVED_YET', { outcome: stop.outcome });
}
