import { checkBoothSince, findNextOpening, type NextOpening } from '#areas/capacity/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId, newTicketToken } from '#platform/random/ids.ts';
import { atTime, dayAt, type Day } from '#platform/values/day.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import type { FirstPlace, Unserved } from '../holder-contract.ts';
import {
  listUnservedRows,
  lockEarningById,
  lockEarningByToken,
  type EarningStop,
} from './first-place-store.ts';
import { giveCarriedNumber } from './number-store.ts';
import { firstPlace, firstPlaceState } from '../rules/first-place.ts';
import { formatNumber, NUMBER_MAX } from '../rules/series.ts';
import { tell } from '../calling/stop-actions.ts';
import type { StopRow } from '../store.ts';
import { stopTopics } from '../tell.ts';

const endOf = (day: string, zone: string) => atTime(day as Day, '24:00', zone);

/**
 * What a holder is told of a first place: when it may be taken up, and on the evening before the day is closed that it
 * will be earned. Null when there is none, or it was taken up already.
 */
export async function findFirstPlace(tx: Tx, row: StopRow): Promise<FirstPlace | null> {
  const now = tx.now.getTime();
  const zone = row.time_zone;
  const place = { id: row.mall_id, timeZone: zone };
  if (row.state === 'waiting' && row.service_day === dayAt(now, zone)) {
    const opening = await findNextOpening(tx, place, { serviceId: row.service_id, from: now });
    if (opening !== undefined && dayAt(opening.opensAt, zone) === row.service_day) return null;
    return { state: 'evening', ...toTold(opening) };
  }
  if (row.outcome !== 'not-served' || row.next !== null) return null;
  const from = endOf(row.service_day, zone);
  const opening = await findNextOpening(tx, place, { serviceId: row.service_id, from });
  return { state: firstPlaceState(opening, { now, zone }), ...toTold(opening) };
}

function toTold(opening: NextOpening | undefined) {
  return {
    opensAt: opening === undefined ? null : new Date(opening.opensAt).toISOString(),
    dayKnown: opening?.dayKnown ?? false,
  };
}

/** The holder takes the number in front. Refusals: TICKET_UNKNOWN, and those of `carryOver`. */
export async function takeFirstPlace(tx: Tx, token: string) {
  const stop = (await lockEarningByToken(tx, token)) ?? refused(refuse('TICKET_UNKNOWN'));
  return carryOver(tx, stop, 'online');
}

/** The same by an officer of the agency, for one who shows last day's paper. Refusals: also OTHER_AGENCY. */
export async function giveFirstPlace(tx: Tx, officer: StaffActor, ticketId: string) {
  const stop = (await lockEarningById(tx, officer.mallId, ticketId)) ?? refused(refuse('TICKET_UNKNOWN'));
  if (stop.agency_id !== officer.agencyId) refused(refuse('OTHER_AGENCY', { agency: stop.short_name }));
  return carryOver(tx, stop, 'in_person');
}

/**
 * Gives one whom we did not serve a number in front, once: it counts from today's opening and comes from the internal
 * share. Refusals: NO_FIRST_PLACE, FIRST_PLACE_TAKEN, FIRST_PLACE_LATER (`opensAt`), FIRST_PLACE_LAPSED, and every no of
 * the one function (capacity), where no quota refuses.
 */
async function carryOver(tx: Tx, stop: EarningStop, channel: string) {
  const number = formatNumber(stop.series, stop.number);
  if (stop.next !== null)
    refused(refuse('FIRST_PLACE_TAKEN', { number: formatNumber(stop.next.series, stop.next.number) }));
  if (stop.outcome !== 'not-served') refused(refuse('NO_FIRST_PLACE', { number }));
  const mall = { id: stop.mall_id, timeZone: stop.time_zone };
  const since = endOf(stop.service_day, mall.timeZone);
  const check = await checkBoothSince(tx, mall, { serviceId: stop.service_id, since });
  const { opening, booth, may } = check;
  const state = firstPlaceState(opening, { now: tx.now.getTime(), zone: mall.timeZone });
  if (state === 'lapsed') refused(refuse('FIRST_PLACE_LAPSED', { number }));
  if (state === 'later' || opening === undefined)
    refused(refuse('FIRST_PLACE_LATER', opening ? { number, opensAt: opening.opensAt } : { number }));
  if (isRefusal(may)) refused(may);
  const place = firstPlace(opening!, stop.priority);
  const next = { stopId: newId(), token: newTicketToken() };
  const given =
    (await giveCarriedNumber(tx, stop.id, {
      ...next,
      mallId: stop.mall_id,
      day: check.serviceDay,
      serviceId: stop.service_id,
      series: booth.series,
      visitId: newId(),
      channel,
      simulated: stop.simulated,
      at: tx.now,
      agencyId: booth.agencyId,
      boothId: booth.boothId,
      referenceAt: new Date(place.referenceAt),
      headStartMinutes: place.headStartMinutes,
      priority: stop.priority,
      orderKey: new Date(place.orderKey),
    })) ?? refused(refuse('SERIES_EXHAUSTED', { lastNumber: NUMBER_MAX }));
  const code = formatNumber(booth.series, given.number);
  tellCarried(tx, stop, { stopId: next.stopId, zoneId: booth.zoneId, code, service: check.service.slug });
  return { token: next.token, code, ahead: given.place.ahead };
}

function tellCarried(
  tx: Tx,
  stop: EarningStop,
  next: { stopId: string; zoneId: string; code: string; service: string },
): void {
  const { code, service } = next;
  tell(tx, stop, 'carried', { next: code });
  const where = { mallId: stop.mall_id, agencyId: stop.agency_id, zoneId: next.zoneId, stopId: next.stopId };
  tx.emit({ mallId: stop.mall_id, kind: 'issued', topics: stopTopics(where), payload: { code } });
  tx.record({
    mallId: stop.mall_id,
    agencyId: stop.agency_id,
    subjectKind: 'ticket',
    subjectId: next.stopId,
    facts: { code, service, why: 'carried', from: formatNumber(stop.series, stop.number) },
  });
}

/** Whom the officer's agency owes a first place today, in the order in which they waited; empty on every other day. */
export async function listFirstPlaces(tx: Tx, officer: StaffActor): Promise<Unserved[]> {
  const agencyId = officer.agencyId ?? refused(refuse('OTHER_AGENCY'));
  const zone = officer.timeZone;
  const today = dayAt(tx.now.getTime(), zone);
  const rows = await listUnservedRows(tx, { mallId: officer.mallId, agencyId, today });
  const [first] = rows;
  if (first === undefined) return [];
  const opening = await findNextOpening(
    tx,
    { id: officer.mallId, timeZone: zone },
    { serviceId: first.service_id, from: endOf(first.service_day, zone) },
  );
  if (firstPlaceState(opening, { now: tx.now.getTime(), zone }) !== 'today') return [];
  return rows.map((row) => ({
    id: row.id,
    code: formatNumber(row.series, row.number),
    serviceDay: row.service_day,
    service: { name: row.service_name, nameEn: row.service_name_en },
    issuedAt: row.created_at.toISOString(),
    priority: row.priority,
  }));
}
