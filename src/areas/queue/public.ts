import { mapNotices } from '#areas/capacity/public.ts';
import { dayAt } from '#platform/values/day.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { LiveQueue, Ticket } from './contract.ts';
import { listQueues, mapPlaces } from './line/lines.ts';
import { parseNumber } from './rules/series.ts';
import { listBreakRows } from './desk/seat-store.ts';
import { findStopRowByNumber, findStopRowByToken, listStopRows, type StopRow } from './store.ts';
import { toCounterBreak, toTicket } from './views.ts';

/** What other areas may know of a stop. */
export interface StopFacts {
  readonly mallId: string;
  readonly stopId: string;
  readonly agencyId: string;
  readonly serviceDay: string;
  readonly state: StopRow['state'];
  readonly outcome: StopRow['outcome'];
  readonly timeZone: string;
}

interface Place {
  readonly id: string;
  readonly timeZone: string;
}

/** The stop behind a ticket's secret address; undefined when there is none. */
export async function findStopByToken(tx: Tx, token: string): Promise<StopFacts | undefined> {
  const row = await findStopRowByToken(tx, token);
  return row && stopFacts(row);
}

/** The stop behind a number of this mall's present service day; undefined when it was not given. */
export async function findStopByCode(tx: Tx, mall: Place, code: string): Promise<StopFacts | undefined> {
  const ticket = parseNumber(code);
  if (!ticket) return undefined;
  const day = dayAt(tx.now.getTime(), mall.timeZone);
  const row = await findStopRowByNumber(tx, { mallId: mall.id, day, ...ticket });
  return row && stopFacts(row);
}

function stopFacts(row: StopRow): StopFacts {
  return {
    mallId: row.mall_id,
    stopId: row.id,
    agencyId: row.agency_id,
    serviceDay: row.service_day,
    state: row.state,
    outcome: row.outcome,
    timeZone: row.time_zone,
  };
}

/** Per agency who waits, who serves and how long it takes one who comes now. */
export async function listLiveQueues(tx: Tx, mall: Place): Promise<LiveQueue[]> {
  return listQueues(tx, mall.id, dayAt(tx.now.getTime(), mall.timeZone));
}

/** A counter whose officer is on a break now: who it is and why stays with the agency. */
export interface PausedCounter {
  readonly agencyId: string;
  readonly agencyShortName: string;
  readonly zoneId: string;
  readonly counterNumber: number;
  /** When the officer is expected back, ISO. It may have passed. */
  readonly until: string;
}

/** Counters on a break that has begun, in the order of their numbers. */
export async function listPausedCounters(tx: Tx, mallId: string): Promise<PausedCounter[]> {
  const rows = await listBreakRows(tx, mallId, null);
  return rows.flatMap((row) => {
    const { until } = toCounterBreak(row);
    if (until === null) return [];
    const { agency_id: agencyId, short_name: agencyShortName, zone_id: zoneId } = row;
    return [{ agencyId, agencyShortName, zoneId, counterNumber: row.counter_number, until }];
  });
}

/** Tickets as their holders see them, by stop id; those of another mall or unknown are left out. */
export async function mapTickets(
  tx: Tx,
  mallId: string,
  stopIds: readonly string[],
): Promise<Map<string, Ticket>> {
  const rows = await listStopRows(tx, mallId, stopIds);
  return viewTickets(tx, mallId, rows);
}

/** Places and waits are read once for all rows, however many. */
export async function viewTickets(
  tx: Tx,
  mallId: string,
  rows: readonly StopRow[],
): Promise<Map<string, Ticket>> {
  const waiting = rows.filter((row) => row.state === 'waiting');
  if (waiting.length === 0) return new Map(rows.map((row) => [row.id, toTicket(row, undefined)]));
  const places = await mapPlaces(tx, mallId, waiting);
  const notices = await mapNotices(tx, { id: mallId, timeZone: waiting[0]!.time_zone });
  return new Map(
    rows.map((row) => {
      const told = row.state === 'waiting' ? notices.get(row.agency_id) : undefined;
      return [row.id, toTicket(row, places.get(row.id), told)];
    }),
  );
}

export { closeServiceDay } from './line/close-day.ts';
export { endCallsNobodyCameTo, relieveSilentCounters } from './calling/unattended.ts';
export { recordPastStop } from './visit/past-stop-store.ts';
