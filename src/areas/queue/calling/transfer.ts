import { answerForBooth, type BoothCheck } from '#areas/capacity/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId, newTicketToken } from '#platform/random/ids.ts';
import { dayAt } from '#platform/values/day.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import { passOn, type GivenNumber, type NewStop } from '../line/number-store.ts';
import { formatNumber, NUMBER_MAX } from '../rules/series.ts';
import { needsReason, type Outcome } from '../rules/ticket-states.ts';
import {
  placeAfterTransfer,
  transferAction,
  type NextStopOutcome,
  type TransferReason,
} from '../rules/transfer.ts';
import { checkMayAct, tell } from './stop-actions.ts';
import { stopTopics } from '../tell.ts';
import { lockForTransfer, type TransferFacts } from './transfer-store.ts';

export interface Transfer {
  readonly ticketId: string;
  readonly serviceId: string;
  readonly why: TransferReason;
  /** Of the stop that ends, at a next stop; after our error it is `not-served`. */
  readonly outcome: NextStopOutcome;
  readonly reason?: string | undefined;
}

/**
 * Somebody goes on at another service: this stop ends and a new one of the same visit begins, with a number of its own
 * from the internal share. Whom we sent to the wrong desk was not served here by our fault, and has the place at once
 * that this fault would earn on the next day. Refusals: those of every action; SAME_SERVICE; REASON_NEEDED; and every no
 * of the one function (capacity), where no quota refuses.
 */
export async function transferStop(tx: Tx, officer: StaffActor, transfer: Transfer) {
  const today = dayAt(tx.now.getTime(), officer.timeZone);
  const asked = { stopId: transfer.ticketId, serviceId: transfer.serviceId, today };
  const stop = (await lockForTransfer(tx, officer.mallId, asked)) ?? refused(refuse('TICKET_UNKNOWN'));
  checkMayAct(tx, officer, stop, transferAction(transfer.why));
  const { outcome, outcomeReason } = endingOf(transfer);
  if (stop.service_id === transfer.serviceId) refused(refuse('SAME_SERVICE'));
  const place = { id: officer.mallId, timeZone: officer.timeZone };
  const check = answerForBooth(tx, place, stop.booth ?? undefined, 'internal');
  if (isRefusal(check.may)) refused(check.may);
  const next = nextStop(tx, stop, check, transfer.why);
  const ended = { stopId: stop.id, outcome, outcomeReason, why: transfer.why };
  const given =
    (await passOn(tx, ended, next)) ?? refused(refuse('SERIES_EXHAUSTED', { lastNumber: NUMBER_MAX }));
  const code = formatNumber(check.booth.series, given.number);
  tell(tx, stop, 'transferred', { outcome, why: transfer.why, next: code });
  tellNext(tx, { stop, check, next, code, why: transfer.why });
  return nextNumber(check, given, code);
}

function endingOf({ why, outcome, reason }: Transfer): { outcome: Outcome; outcomeReason: string | null } {
  if (why === 'desk-error') return { outcome: 'not-served', outcomeReason: null };
  const outcomeReason = reason?.trim() ?? null;
  if (needsReason(outcome) && !outcomeReason) refused(refuse('REASON_NEEDED'));
  return { outcome, outcomeReason };
}

function nextStop(tx: Tx, stop: TransferFacts, check: BoothCheck, why: TransferReason): NewStop {
  const place = placeAfterTransfer(
    {
      heldUntil: stop.held_until?.getTime() ?? null,
      referenceAt: stop.reference_at.getTime(),
      headStartMinutes: stop.head_start_minutes,
      orderKey: stop.order_key.getTime(),
      priority: stop.priority,
      waitedMinutes: stop.waited_minutes,
    },
    why,
    tx.now.getTime(),
  );
  return {
    mallId: stop.mall_id,
    day: check.serviceDay,
    serviceId: check.service.id,
    series: check.booth.series,
    visitId: stop.visit_id,
    channel: stop.channel,
    simulated: stop.simulated,
    at: tx.now,
    stopId: newId(),
    agencyId: check.booth.agencyId,
    boothId: check.booth.boothId,
    token: newTicketToken(),
    referenceAt: new Date(place.referenceAt),
    headStartMinutes: place.headStartMinutes,
    priority: stop.priority,
    orderKey: new Date(place.orderKey),
  };
}

interface NextTold {
  readonly stop: TransferFacts;
  readonly check: BoothCheck;
  readonly next: NewStop;
  readonly code: string;
  readonly why: TransferReason;
}

/** The new number is told to its own board, line and trail, as one that was given. */
function tellNext(tx: Tx, { stop, check, next, code, why }: NextTold): void {
  const { agencyId, zoneId } = check.booth;
  const where = { mallId: stop.mall_id, agencyId, zoneId, stopId: next.stopId };
  tx.emit({ mallId: stop.mall_id, kind: 'issued', topics: stopTopics(where), payload: { code } });
  tx.record({
    subjectKind: 'ticket',
    subjectId: next.stopId,
    agencyId,
    facts: { code, service: check.service.slug, why, cameFrom: formatNumber(stop.series, stop.number) },
  });
}

function nextNumber(check: BoothCheck, given: GivenNumber, code: string) {
  return {
    code,
    agencyShortName: check.booth.agencyShortName,
    zoneName: given.zone.name,
    ahead: given.place.ahead,
  };
}
