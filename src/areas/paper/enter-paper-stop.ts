import { listAgencies } from '#areas/agencies/public.ts';
import { countPastNumber } from '#areas/capacity/public.ts';
import { getMallPlace } from '#areas/malls/public.ts';
import { recordPastStop } from '#areas/queue/public.ts';
import { formatNumber, parseNumber } from '#areas/queue/rules/series.ts';
import type { Outcome } from '#areas/queue/rules/ticket-states.ts';
import { findServiceBySlug } from '#areas/services/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { Day } from '#platform/values/day.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import { pastIntervals } from './rules/past-stop.ts';
import { findBlockOf } from './store.ts';

export interface PaperEntry {
  readonly day: string;
  readonly code: string;
  /** Slug. */
  readonly service: string;
  readonly takenAt: string;
  readonly calledAt?: string | undefined;
  readonly endedAt: string;
  readonly outcome: Outcome;
  readonly reason?: string | undefined;
  readonly counterNumber?: number | undefined;
}

/**
 * Enters a number that was given on paper, as the stop that it was: with the true times, ended, and counted in the
 * quota ledger, so that what is left stays true. Refusals: NUMBER_NOT_RESERVED, NUMBER_ENTERED, SERVICE_UNKNOWN and
 * COUNTER_UNKNOWN also for those of another agency, and those of `pastIntervals`.
 */
export async function enterPaperStop(tx: Tx, entry: PaperEntry): Promise<{ code: string }> {
  const mall = await getMallPlace(tx);
  const { outcome, reason, counterNumber, endedAt, takenAt, calledAt } = entry;
  const day = entry.day as Day;
  const ticket =
    parseNumber(entry.code.trim().toUpperCase()) ??
    refused(refuse('NUMBER_NOT_RESERVED', { number: entry.code }));
  const code = formatNumber(ticket.series, ticket.number);
  const block =
    (await findBlockOf(tx, { mallId: mall.id, day, ...ticket })) ??
    refused(refuse('NUMBER_NOT_RESERVED', { number: code }));
  const agency = (await listAgencies(tx, mall.id)).find(({ id }) => id === block.agency_id);
  const service = await findServiceBySlug(tx, mall.id, entry.service);
  if (!agency || service?.agencySlug !== agency.slug) return refused(refuse('SERVICE_UNKNOWN'));
  const counter = agency.counters.find(({ number }) => number === counterNumber);
  if (counterNumber !== undefined && counter === undefined) refused(refuse('COUNTER_UNKNOWN'));
  const times = { takenAt, calledAt, endedAt, day, zone: mall.timeZone, now: tx.now.getTime() };
  const intervals = pastIntervals({ ...times, outcome, reason, counterNumber });
  if (isRefusal(intervals)) return refused(intervals);
  const stopId = await recordPastStop(tx, {
    mallId: mall.id,
    day,
    agencyId: agency.id,
    serviceId: service.id,
    ...ticket,
    channel: 'paper',
    outcome,
    reason: reason ?? null,
    counterId: counter?.id ?? null,
    intervals,
  });
  await countPastNumber(tx, { mallId: mall.id, day, serviceId: service.id });
  tx.emit({ mallId: mall.id, kind: 'paper', topics: [`mall:${mall.id}`], payload: { code } });
  tx.record({
    subjectKind: 'ticket',
    subjectId: stopId,
    agencyId: agency.id,
    facts: { code, service: service.slug, outcome, taken: takenAt, ended: endedAt },
  });
  return { code };
}
