import { dayKind, type HolidayCalendar, type NamedDay } from '#areas/calendar/rules/day-kinds.ts';
import { findOpenStretch } from '#areas/calendar/rules/opening.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt, type Day } from '#platform/values/day.ts';
import { isRefusal, refuse, type Refusal } from '#platform/values/refusal.ts';
import { boothFacts, mapPlannedToday, type Place, type PlannedToday } from './booth-states.ts';
import { mayGiveNumber, type MayGiveNumber, type NumberRefusal } from './rules/may-give-number.ts';
import { listClosuresNow } from './line-store.ts';
import { findServiceBooth, findServiceBoothSince, type BoothRow, type ServiceBoothRow } from './store.ts';

export { listBoothStates, mapOpenSince } from './booth-states.ts';
export { ledgerTakeSql } from './ledger.ts';
export { SERVICE_BOOTH_SQL, serviceBoothValues, type ServiceBoothRow } from './store.ts';
export { CLOSURE_TURN, tellClosureTurn } from './tell-closure.ts';
export { countPastNumber, giveBackNumber } from './ledger-store.ts';

export type NumberRequest = { readonly purpose: 'walk-in' | 'internal' } & (
  { readonly serviceId: string } | { readonly serviceSlug: string }
);

export interface BoothCheck {
  readonly booth: {
    readonly agencyId: string;
    readonly agencySlug: string;
    readonly agencyShortName: string;
    readonly boothId: string;
    readonly zoneId: string;
    readonly series: string;
  };
  readonly service: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly nameEn: string;
    readonly expectedMinutes: number;
  };
  /** Today in the mall's zone: the day that the number belongs to. */
  readonly serviceDay: Day;
  readonly may: MayGiveNumber | Refusal<NumberRefusal>;
}

/**
 * May the booth of this service give a number now, and if not why: every channel asks here. One statement.
 * The refusal inside carries `agency` (short name), and `reason` where a closure has one, for the sentence on screen.
 * Refuses by itself only SERVICE_UNKNOWN (not there, or no longer offered).
 */
export async function checkBooth(tx: Tx, mall: Place, request: NumberRequest): Promise<BoothCheck> {
  const serviceDay = dayAt(tx.now.getTime(), mall.timeZone);
  const choice = {
    id: 'serviceId' in request ? request.serviceId : null,
    slug: 'serviceSlug' in request ? request.serviceSlug : null,
  };
  return answerForBooth(tx, mall, await findServiceBooth(tx, mall.id, choice, serviceDay), request.purpose);
}

/**
 * The same answer for facts that a statement of another area read together with its own: it embeds `SERVICE_BOOTH_SQL`
 * and hands the row in. Refuses by itself only SERVICE_UNKNOWN.
 */
export function answerForBooth(
  tx: Tx,
  mall: Place,
  row: ServiceBoothRow | undefined,
  purpose: NumberRequest['purpose'],
): BoothCheck {
  if (row === undefined) return refused(refuse('SERVICE_UNKNOWN'));
  const may = mayGiveNumber({
    ...boothFacts(tx, mall, row, calendarOf(row), row.service_id),
    purpose,
    limitToday: row.quota,
    takenToday: row.taken,
    takenInternalToday: row.taken_internal,
    internalReserve: row.internal_share,
  });
  return {
    booth: {
      agencyId: row.agency_id,
      agencySlug: row.agency_slug,
      agencyShortName: row.agency_short_name,
      boothId: row.booth_id,
      zoneId: row.zone_id,
      series: row.series,
    },
    service: {
      id: row.service_id,
      slug: row.service_slug,
      name: row.service_name,
      nameEn: row.service_name_en,
      expectedMinutes: row.expected_minutes,
    },
    serviceDay: dayAt(tx.now.getTime(), mall.timeZone),
    may: isRefusal(may) ? withWords(may, row) : may,
  };
}

/** An opening that lies ahead of some moment: the day is known when its year, and that of the moment, were imported. */
export interface NextOpening {
  readonly opensAt: number;
  readonly dayKnown: boolean;
}

/**
 * The answer for somebody who comes on from an earlier day, with the first opening of the booth since then: it may lie
 * behind us. Undefined: it has not opened, and will not as far as the calendar is looked at. One statement.
 * Refuses by itself only SERVICE_UNKNOWN.
 */
export async function checkBoothSince(
  tx: Tx,
  mall: Place,
  { serviceId, since }: { readonly serviceId: string; readonly since: number },
): Promise<BoothCheck & { readonly opening: NextOpening | undefined }> {
  const row = await readBoothSince(tx, mall, serviceId, since);
  const check = answerForBooth(tx, mall, row, 'internal');
  return { ...check, opening: row && openingAfter(tx, mall, row, since) };
}

/** The first opening of a service's booth from a moment on; undefined also when the service is no longer offered. */
export async function findNextOpening(
  tx: Tx,
  mall: Place,
  { serviceId, from }: { readonly serviceId: string; readonly from: number },
): Promise<NextOpening | undefined> {
  const row = await readBoothSince(tx, mall, serviceId, from);
  return row && openingAfter(tx, mall, row, from);
}

function readBoothSince(tx: Tx, mall: Place, serviceId: string, since: number) {
  return findServiceBoothSince(tx, mall.id, serviceId, {
    today: dayAt(tx.now.getTime(), mall.timeZone),
    since: new Date(since),
    sinceDay: dayAt(since, mall.timeZone),
  });
}

function openingAfter(tx: Tx, mall: Place, row: ServiceBoothRow, from: number): NextOpening | undefined {
  const facts = { ...boothFacts(tx, mall, row, calendarOf(row)), now: from };
  const stretch = findOpenStretch(facts, from);
  if (stretch === undefined) return undefined;
  const opensAt = Math.max(stretch.startsAt, from);
  const dayKnown = [from, opensAt].every(
    (at) => dayKind(dayAt(at, mall.timeZone), facts.calendar).kind !== 'unknown',
  );
  return { opensAt, dayKnown };
}

/** What whoever waits for an agency must know of the day. */
export interface BoothNotices {
  /** Why the booth is shut before its hour, and until when; null: until further notice. */
  readonly closure?: { readonly reason: string; readonly until: string | null };
  readonly today?: PlannedToday;
}

/** The closures that hold at this moment and today's plans, by agency. Three statements. */
export async function mapNotices(tx: Tx, mall: Place): Promise<ReadonlyMap<string, BoothNotices>> {
  const notices = new Map<string, BoothNotices>();
  for (const [agency, today] of await mapPlannedToday(tx, mall)) notices.set(agency, { today });
  for (const { agency_id: agency, reason, ends_at } of await listClosuresNow(tx, mall.id)) {
    const closure = { reason, until: ends_at?.toISOString() ?? null };
    notices.set(agency, { ...notices.get(agency), closure });
  }
  return notices;
}

function calendarOf(row: ServiceBoothRow): HolidayCalendar {
  return {
    years: new Set(row.years),
    days: new Map(row.holidays.map((holiday) => [holiday.day as Day, holiday as NamedDay])),
  };
}

function withWords(refusal: Refusal<NumberRefusal>, row: BoothRow): Refusal<NumberRefusal> {
  const { name, because } = refusal.facts;
  return refuse(refusal.refused, {
    ...refusal.facts,
    agency: row.agency_short_name,
    ...((because === 'closure' || because === 'exception') && name !== undefined ? { reason: name } : {}),
  });
}
