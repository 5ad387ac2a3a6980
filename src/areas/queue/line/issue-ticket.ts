import { checkBooth } from '#areas/capacity/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { DeviceActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId, newTicketToken } from '#platform/random/ids.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import type { Ticket } from '../contract.ts';
import { meanServiceMinutes } from './pace.ts';
import { headStartMinutes, orderKey, referenceTime } from '../rules/head-start.ts';
import { formatNumber, NUMBER_MAX } from '../rules/series.ts';
import { stopTopics } from '../tell.ts';
import { predictWait } from '../views.ts';
import { giveNumber, type GivenNumber } from './number-store.ts';

/**
 * Gives a number for a service at a kiosk. Priority is the visitor's own word: nobody proves a disability.
 * Refusals: SERVICE_UNKNOWN and every no of the one function (capacity); QUOTA_FULL and SERIES_EXHAUSTED also when
 * somebody else took the last one in between.
 */
export async function issueTicket(
  tx: Tx,
  kiosk: DeviceActor,
  input: { service: string; priority: boolean },
): Promise<Ticket> {
  const place = { id: kiosk.mallId, timeZone: kiosk.timeZone };
  const { booth, service, serviceDay, may } = await checkBooth(tx, place, {
    serviceSlug: input.service,
    purpose: 'walk-in',
  });
  if (isRefusal(may)) refused(may);
  const minutesByAgency = await meanServiceMinutes(tx, kiosk.mallId, serviceDay);
  const arrival = { checkedInAt: tx.now.getTime(), priority: input.priority };
  const referenceAt = referenceTime(arrival);
  const headStart = headStartMinutes(arrival);
  const stopId = newId();
  const token = newTicketToken();
  const given = await giveNumber(tx, {
    mallId: kiosk.mallId,
    day: serviceDay,
    serviceId: service.id,
    series: booth.series,
    visitId: newId(),
    channel: 'kiosk',
    simulated: kiosk.simulated,
    at: tx.now,
    stopId,
    agencyId: booth.agencyId,
    boothId: booth.boothId,
    token,
    referenceAt: new Date(referenceAt),
    headStartMinutes: headStart,
    priority: input.priority,
    orderKey: new Date(orderKey(referenceAt, headStart)),
  });
  if (!given)
    refused(refuse(may.left === null ? 'SERIES_EXHAUSTED' : 'QUOTA_FULL', { lastNumber: NUMBER_MAX }));
  const code = formatNumber(booth.series, given.number);
  const where = { mallId: kiosk.mallId, agencyId: booth.agencyId, zoneId: booth.zoneId, stopId };
  tx.emit({ mallId: kiosk.mallId, kind: 'issued', topics: stopTopics(where), payload: { code } });
  tx.record({
    subjectKind: 'ticket',
    subjectId: stopId,
    agencyId: booth.agencyId,
    facts: { code, service: service.slug, priority: input.priority },
  });
  return seenByHolder(tx, { booth, service, serviceDay }, given, {
    token,
    code,
    priority: input.priority,
    serviceMinutes: minutesByAgency.get(booth.agencyId) ?? service.expectedMinutes,
  });
}

type Asked = Pick<Awaited<ReturnType<typeof checkBooth>>, 'booth' | 'service' | 'serviceDay'>;

/** A number just given, as its holder sees it. */
function seenByHolder(
  tx: Tx,
  { booth, service, serviceDay }: Asked,
  given: GivenNumber,
  facts: { token: string; code: string; priority: boolean; serviceMinutes: number },
): Ticket {
  return {
    token: facts.token,
    code: facts.code,
    state: 'waiting',
    serviceDay,
    agency: { slug: booth.agencySlug, shortName: booth.agencyShortName },
    service: { slug: service.slug, name: service.name, nameEn: service.nameEn },
    zone: given.zone,
    priority: facts.priority,
    issuedAt: tx.now.toISOString(),
    ahead: given.place.ahead,
    wait: predictWait(given.place, facts.serviceMinutes),
    counterNumber: null,
    calledAt: null,
    callCount: 0,
    heldUntil: null,
    outcome: null,
    outcomeReason: null,
    next: null,
    simulated: tx.actor.kind === 'device' && tx.actor.simulated,
    closure: null,
    today: null,
  };
}
