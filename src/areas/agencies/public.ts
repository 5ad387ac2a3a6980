import { listZonesOf } from '#areas/malls/public.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { AgencyKind, type Agency } from './contract.ts';
import { replaceWeek, SINCE_EVER } from './hours-store.ts';
import { findKeptRow, listKeptRows } from './kept-store.ts';
import { insertAgency, listAgencyNameRows, listAgencyRows } from './store.ts';

/** Agencies that serve at the mall, by short name, each with zone, active counters and weekly hours. */
export async function listAgencies(tx: Tx, mallId: string): Promise<Agency[]> {
  const zones = new Map((await listZonesOf(tx, mallId)).map((zone) => [zone.id, zone]));
  const rows = await listAgencyRows(tx, mallId);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    shortName: row.short_name,
    kind: AgencyKind.parse(row.kind),
    series: row.series,
    icon: row.icon,
    zone: zones.get(row.zone_id)!,
    counters: row.counters,
    weekly: row.weekly,
  }));
}

/** What a list that mentions agencies needs of them. */
export interface AgencyName {
  readonly id: string;
  readonly slug: string;
  readonly shortName: string;
}

/** Active agencies by short name. */
export async function listAgencyNames(tx: Tx, mallId: string): Promise<AgencyName[]> {
  const rows = await listAgencyNameRows(tx, mallId);
  return rows.map(toName);
}

/** All agencies of the mall, also those that no longer serve, by short name. */
export async function listAllAgencyNames(tx: Tx, mallId: string): Promise<AgencyName[]> {
  return (await listKeptRows(tx, mallId)).map(toName);
}

/** One agency, whether it serves or not. */
export async function findAgencyName(
  tx: Tx,
  mallId: string,
  agencyId: string,
): Promise<AgencyName | undefined> {
  const row = await findKeptRow(tx, mallId, agencyId);
  return row && toName(row);
}

function toName(row: { id: string; slug: string; short_name: string }): AgencyName {
  return { id: row.id, slug: row.slug, shortName: row.short_name };
}

export interface NewAgency {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly series: string;
  readonly icon: string;
  readonly servesHolidays: boolean;
  readonly zoneId: string;
  /** The short name where it has none of its own. */
  readonly boothName?: string;
  /** True unless said otherwise. */
  readonly active?: boolean;
  readonly lastIntakeMinutes: number;
  /** Numbers of its counters, each used once in the mall. */
  readonly counters: readonly number[];
  readonly weekly: readonly { readonly weekday: number; readonly opens: string; readonly closes: string }[];
}

/** Adds an agency with its booth, counters and week; gives its id. Hours must not overlap: the caller has looked. */
export async function addAgency(tx: Tx, mallId: string, agency: NewAgency): Promise<string> {
  const agencyId = newId();
  const boothId = newId();
  await insertAgency(tx, {
    agency: {
      mall_id: mallId,
      id: agencyId,
      slug: agency.slug,
      name: agency.name,
      short_name: agency.shortName,
      kind: agency.kind,
      series: agency.series,
      icon: agency.icon,
      serves_holidays: agency.servesHolidays,
      active: agency.active ?? true,
    },
    booth: {
      mall_id: mallId,
      id: boothId,
      agency_id: agencyId,
      zone_id: agency.zoneId,
      name: agency.boothName ?? agency.shortName,
      last_intake_minutes: agency.lastIntakeMinutes,
    },
    counters: agency.counters.map((number) => ({ mall_id: mallId, id: newId(), booth_id: boothId, number })),
  });
  if (agency.weekly.length > 0) {
    await replaceWeek(tx, { mallId, boothId, validFrom: SINCE_EVER, revision: 1, hours: agency.weekly });
  }
  return agencyId;
}

export {
  findClosure,
  findClosureWithin,
  insertClosure,
  listPresentClosures,
  lockBoothOfAgency,
  lockClosure,
  setClosureState,
  type ClosureRow,
} from './closures-store.ts';
export {
  deleteWeek,
  listBoothWeeks,
  lockBooths,
  replaceWeek,
  setRevision,
  SINCE_EVER,
} from './hours-store.ts';
export { sharedWeekdaysSql } from './sharing-store.ts';
export { tellHall } from './tell-hall.ts';
