import { lineOfService, type ServiceLine } from '#areas/skills/rules/service-line.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { LiveQueue } from '../contract.ts';
import {
  listAgencyLines,
  listLimitedLines,
  mapPeopleAhead,
  type AgencyLineRow,
  type LimitedLineRow,
} from './line-store.ts';
import { meanServiceMinutes } from './pace.ts';
import type { StopRow } from '../store.ts';
import { predictWait } from '../views.ts';

/** Where somebody stands, and how long a service takes there. */
export interface PlaceInLine {
  readonly place: ServiceLine;
  readonly serviceMinutes: number;
}

/** The places of these waiting stops, by stop id; read once for all of them, however many. All of one day. */
export async function mapPlaces(
  tx: Tx,
  mallId: string,
  waiting: readonly StopRow[],
): Promise<Map<string, PlaceInLine>> {
  const day = waiting[0]!.service_day;
  const ids = waiting.map((row) => row.id);
  const ahead = await mapPeopleAhead(tx, mallId, ids);
  const lines = await listAgencyLines(tx, mallId, day, [...new Set(waiting.map((row) => row.agency_id))]);
  const minutesByAgency = await meanServiceMinutes(tx, mallId, day);
  const limited = await listLimitedLines(tx, mallId, day, lines);
  const limitedPlaces = new Map(limited.flatMap(placesOf));
  const lineOf = new Map(lines.map((line) => [line.agency_id, line]));
  return new Map(
    waiting.flatMap((row) => {
      const line = lineOf.get(row.agency_id);
      const people = ahead.get(row.id);
      if (line === undefined || people === undefined) return [];
      const place = limitedPlaces.get(row.id) ?? wholeLine(line, people);
      // An agency without services has no line; the figure is then never used.
      return [[row.id, { place, serviceMinutes: minutesByAgency.get(row.agency_id) ?? 0 }] as const];
    }),
  );
}

/** Per agency who waits, who serves and how long it takes one who comes now. */
export async function listQueues(tx: Tx, mallId: string, day: string): Promise<LiveQueue[]> {
  const minutesByAgency = await meanServiceMinutes(tx, mallId, day);
  const lines = await listAgencyLines(tx, mallId, day);
  const limited = new Map(
    (await listLimitedLines(tx, mallId, day, lines)).map((row) => [row.agency_id, row]),
  );
  return lines.map((line) => toLiveQueue(line, limited.get(line.agency_id), minutesByAgency));
}

/** Everybody before counts, at every counter that is open. */
function wholeLine(line: AgencyLineRow, ahead: number): ServiceLine {
  const { counters_open: countersOpen, counters_busy: busy } = line;
  return { countersOpen, countersFree: Math.max(0, countersOpen - busy), ahead, load: ahead };
}

function placesOf({ line, seats }: LimitedLineRow): [string, ServiceLine][] {
  const before = new Map<string, number>();
  return line.map(([stopId, serviceId]) => {
    const place = lineOfService(serviceId, before, seats);
    before.set(serviceId, (before.get(serviceId) ?? 0) + 1);
    return [stopId, place];
  });
}

function toLiveQueue(
  row: AgencyLineRow,
  limited: LimitedLineRow | undefined,
  minutesByAgency: ReadonlyMap<string, number>,
): LiveQueue {
  const minutes = minutesByAgency.get(row.agency_id);
  const waitAt = (place: ServiceLine) => (minutes === undefined ? null : predictWait(place, minutes));
  const byService = limitedServices(limited).map(({ serviceId, place }) => ({
    serviceId,
    countersOpen: place.countersOpen,
    wait: waitAt(place),
  }));
  const whole = waitAt(wholeLine(row, row.waiting));
  return {
    agencyId: row.agency_id,
    agencySlug: row.agency_slug,
    shortName: row.short_name,
    waiting: row.waiting,
    countersOpen: row.counters_open,
    countersPaused: row.counters_paused,
    countersTotal: row.counters_total,
    wait: limited === undefined ? whole : longest(byService.map(({ wait }) => wait)),
    byService,
  };
}

/** The line for each service, for somebody who comes now. */
function limitedServices(row: LimitedLineRow | undefined): { serviceId: string; place: ServiceLine }[] {
  if (row === undefined) return [];
  const before = new Map<string, number>();
  for (const [, serviceId] of row.line) before.set(serviceId, (before.get(serviceId) ?? 0) + 1);
  return row.services.map((serviceId) => ({ serviceId, place: lineOfService(serviceId, before, row.seats) }));
}

/** Nobody is promised too little: of the whole agency the longest wait is told. */
function longest(waits: readonly LiveQueue['wait'][]): LiveQueue['wait'] {
  return waits.reduce(
    (most, wait) => (wait !== null && (most === null || wait.p50Minutes > most.p50Minutes) ? wait : most),
    null,
  );
}
