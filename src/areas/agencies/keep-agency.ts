import { listZonesOf } from '#areas/malls/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { listChanges } from '#platform/values/changes.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';
import { AgencyKind, type AgencyValues, type KeptAgency } from './contract.ts';
import {
  deleteAgency,
  findKeptRow,
  insertCounters,
  listKeptRows,
  listMallCounters,
  lockKeptRows,
  placeCounters,
  takeCountersAway,
  updateAgency,
  type KeptRow,
} from './kept-store.ts';
import { addAgency } from './public.ts';
import { planCounters, type AgencyRecord, type CounterPlan } from './rules/kept-agency.ts';
import { nearestFreeSeries } from './rules/series-letters.ts';
import { shareOf, tellGuests } from './share-booth.ts';
import { listShareRows, type ShareRow } from './sharing-store.ts';

export async function listKeptAgencies(tx: Tx, { mallId }: StaffActor): Promise<KeptAgency[]> {
  const shares = await listShareRows(tx, mallId);
  return (await listKeptRows(tx, mallId)).map((row) => toKept(row, shares));
}

/** Refusals: AGENCY_UNKNOWN. */
export async function getKeptAgency(tx: Tx, { mallId }: StaffActor, agencyId: string): Promise<KeptAgency> {
  const row = await findKeptRow(tx, mallId, agencyId);
  return row === undefined ? refused(refuse('AGENCY_UNKNOWN')) : toKept(row, await listShareRows(tx, mallId));
}

/** Refusals: SERIES_TAKEN (`series`, `agency`, `free`), SLUG_TAKEN, ZONE_UNKNOWN, COUNTER_ELSEWHERE, BOOTH_WITHOUT_COUNTER. */
export async function openAgency(
  tx: Tx,
  { mallId }: StaffActor,
  values: AgencyValues,
): Promise<{ agencyId: string }> {
  const zone = await getZone(tx, mallId, values.zoneId);
  refuseUnstaffable(values);
  await refuseTaken(tx, mallId, null, values);
  const plan = await planFor(tx, mallId, '', values);
  const wish = { ...values, counters: plan.add, weekly: [] };
  const agencyId = await refuseBroken(addAgency(tx, mallId, wish), sayTaken);
  if (plan.bringBack.length > 0) {
    const { booth_id: boothId } = (await findKeptRow(tx, mallId, agencyId))!;
    await placeCounters(tx, mallId, boothId, plan.bringBack);
  }
  tx.record({
    subjectKind: 'agency',
    subjectId: agencyId,
    agencyId,
    facts: {
      name: values.shortName,
      series: values.series,
      zone: zone.name,
      counters: said(values.counters),
    },
  });
  tellMall(tx, mallId, agencyId, [zone.id]);
  return { agencyId };
}

/**
 * Writes an agency down as it is given. Nothing is changed and nothing recorded where it says what is there already.
 * Refusals: AGENCY_UNKNOWN, CHANGED_MEANWHILE, PEOPLE_STILL_WAIT, SITE_WAITED_AT (`waiting`), COUNTER_IN_USE (`counter`),
 * COUNTER_SHARED (`agency`, whose place it is), and those of a new agency.
 */
export async function saveAgency(
  tx: Tx,
  { mallId }: StaffActor,
  { agencyId, version, ...values }: AgencyValues & { agencyId: string; version: number },
): Promise<{ version: number }> {
  const row = await lockAgency(tx, mallId, agencyId, version);
  const zone = await getZone(tx, mallId, values.zoneId);
  refuseUnstaffable(values);
  const changes = listChanges(toRecord(row), agencyRecord(values, zone));
  if (changes.length === 0) return { version };
  await refuseTaken(tx, mallId, agencyId, values);
  const guest = refuseUnlikePlace(row, values, await listShareRows(tx, mallId));
  const plan = guest ? NO_CHANGE : await planFor(tx, mallId, agencyId, values);
  const refusalOf = (constraint: string, detail: string) =>
    sayTaken(constraint) ?? sayInUse(constraint, detail, values.shortName);
  await refuseBroken(writeAgency(tx, mallId, row, values, plan), refusalOf);
  tx.record({
    subjectKind: 'agency',
    subjectId: agencyId,
    agencyId,
    facts: { name: values.shortName, changes },
  });
  tellMall(tx, mallId, agencyId, [row.zone_id, zone.id]);
  return { version: version + 1 };
}

/** Takes out what was never used. Refusals: AGENCY_UNKNOWN, CHANGED_MEANWHILE, AGENCY_USED. */
export async function removeAgency(
  tx: Tx,
  { mallId }: StaffActor,
  { agencyId, version }: { agencyId: string; version: number },
): Promise<{ removed: true }> {
  const row = await lockAgency(tx, mallId, agencyId, version);
  // Whatever knows the agency (services, officers, closures, blocks of numbers) points at it by a foreign key.
  await refuseBroken(deleteAgency(tx, mallId, agencyId, row.booth_id), () =>
    refuse('AGENCY_USED', { agency: row.short_name }),
  );
  tx.record({ subjectKind: 'agency', subjectId: agencyId, agencyId, facts: { name: row.short_name } });
  tellMall(tx, mallId, agencyId, [row.zone_id]);
  return { removed: true };
}

async function lockAgency(tx: Tx, mallId: string, agencyId: string, version: number): Promise<KeptRow> {
  const [row] = await lockKeptRows(tx, mallId, [agencyId]);
  if (row === undefined) return refused(refuse('AGENCY_UNKNOWN'));
  return row.version === version ? row : refused(refuse('CHANGED_MEANWHILE'));
}

async function getZone(tx: Tx, mallId: string, zoneId: string): Promise<{ id: string; name: string }> {
  const zone = (await listZonesOf(tx, mallId)).find(({ id }) => id === zoneId);
  return zone === undefined ? refused(refuse('ZONE_UNKNOWN')) : { id: zone.id, name: zone.name };
}

function refuseUnstaffable({ active, counters, shortName }: AgencyValues): void {
  if (active && counters.length === 0) refused(refuse('BOOTH_WITHOUT_COUNTER', { agency: shortName }));
}

/**
 * A guest of another booth has the desks and the zone of that place; true where it is one. Refusals: COUNTER_SHARED,
 * BOOTH_WITHOUT_COUNTER for a place that has guests.
 */
function refuseUnlikePlace(row: KeptRow, values: AgencyValues, shares: readonly ShareRow[]): boolean {
  const share = shareOf(shares, row.booth_id);
  if (share === null) return false;
  if (share.hostId === row.id) {
    // The guests would have no counter either.
    if (values.counters.length === 0) refused(refuse('BOOTH_WITHOUT_COUNTER', { agency: values.shortName }));
    return false;
  }
  const present = toRecord(row).counters;
  if (values.zoneId !== row.zone_id || said(values.counters) !== said(present)) {
    const host = share.members.find(({ agencyId }) => agencyId === share.hostId);
    refused(refuse('COUNTER_SHARED', { agency: host?.shortName ?? '' }));
  }
  return true;
}

const NO_CHANGE: CounterPlan = { add: [], bringBack: [], takeAway: [], elsewhere: [] };

/** Series and address are each agency's own in the mall, also those of agencies that no longer serve. */
async function refuseTaken(
  tx: Tx,
  mallId: string,
  agencyId: string | null,
  values: AgencyValues,
): Promise<void> {
  const others = (await listKeptRows(tx, mallId)).filter(({ id }) => id !== agencyId);
  const holder = others.find(({ series }) => series === values.series);
  if (holder !== undefined) {
    const free = nearestFreeSeries(values.series, new Set(others.map(({ series }) => series)));
    refused(refuse('SERIES_TAKEN', { series: values.series, agency: holder.short_name, free: free ?? '' }));
  }
  const namesake = others.find(({ slug }) => slug === values.slug);
  if (namesake !== undefined) refused(refuse('SLUG_TAKEN', { name: namesake.short_name }));
}

async function planFor(
  tx: Tx,
  mallId: string,
  agencyId: string,
  { counters }: AgencyValues,
): Promise<CounterPlan> {
  const plan = planCounters(agencyId, counters, await listMallCounters(tx, mallId));
  const [first] = plan.elsewhere;
  if (first === undefined) return plan;
  return refused(refuse('COUNTER_ELSEWHERE', { counter: first.number, agency: first.agencyShortName }));
}

async function writeAgency(
  tx: Tx,
  mallId: string,
  row: KeptRow,
  values: AgencyValues,
  plan: CounterPlan,
): Promise<void> {
  const boothId = row.booth_id;
  await updateAgency(tx, {
    mallId,
    agencyId: row.id,
    boothId,
    agency: {
      slug: values.slug,
      name: values.name,
      short_name: values.shortName,
      kind: values.kind,
      series: values.series,
      icon: values.icon,
      serves_holidays: values.servesHolidays,
      active: values.active,
    },
    booth: {
      zone_id: values.zoneId,
      name: values.boothName,
      last_intake_minutes: values.lastIntakeMinutes,
    },
  });
  await takeCountersAway(tx, mallId, plan.takeAway);
  await placeCounters(tx, mallId, boothId, plan.bringBack);
  const fresh = plan.add.map((number) => ({ mall_id: mallId, id: newId(), booth_id: boothId, number }));
  await insertCounters(tx, fresh);
  await tellGuests(tx, mallId, boothId);
}

/** Somebody else took it between our look and our write: the constraint let the first have it. */
function sayTaken(constraint: string): Refusal | undefined {
  switch (constraint) {
    case 'agency_mall_id_series_key':
      return refuse('SERIES_TAKEN');
    case 'agency_mall_id_slug_key':
      return refuse('SLUG_TAKEN');
    case 'counter_mall_id_number_key':
      return refuse('COUNTER_ELSEWHERE');
    default:
      return undefined;
  }
}

function sayInUse(constraint: string, detail: string, agency: string): Refusal | undefined {
  if (constraint === 'people_still_wait')
    return refuse('PEOPLE_STILL_WAIT', { name: agency, waiting: Number(detail) });
  if (constraint === 'people_wait_at_site')
    return refuse('SITE_WAITED_AT', { name: agency, waiting: Number(detail) });
  if (constraint === 'counter_in_use') return refuse('COUNTER_IN_USE', { counter: detail });
  return undefined;
}

function toKept(row: KeptRow, shares: readonly ShareRow[]): KeptAgency {
  const { zone, counters, kind, ...record } = toRecord(row);
  const { id, version } = row;
  return {
    id,
    version,
    ...record,
    zone,
    kind: AgencyKind.parse(kind),
    counters: [...counters],
    share: shareOf(shares, row.booth_id),
  };
}

function toRecord(row: KeptRow): AgencyRecord {
  return {
    name: row.name,
    shortName: row.short_name,
    slug: row.slug,
    kind: row.kind,
    series: row.series,
    icon: row.icon,
    servesHolidays: row.serves_holidays,
    active: row.active,
    zone: { id: row.zone_id, name: row.zone_name },
    boothName: row.booth_name,
    lastIntakeMinutes: row.last_intake_minutes,
    counters: row.counters.map(({ number }) => number),
  };
}

/** What the trail compares: the agency as it would be kept. */
export function agencyRecord(values: AgencyValues, zone: { id: string; name: string }): AgencyRecord {
  const { zoneId: _, counters, ...rest } = values;
  return { ...rest, zone, counters: sorted(counters) };
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function said(counters: readonly number[]): string {
  return sorted(counters).join(', ');
}

/** Screens of the hall look again: a name, a zone or a counter may be another. */
function tellMall(tx: Tx, mallId: string, agencyId: string, zoneIds: readonly string[]): void {
  const zones = [...new Set(zoneIds)].map((id) => `zone:${id}`);
  const topics = [`mall:${mallId}`, `agency:${agencyId}`, ...zones];
  tx.emit({ mallId, kind: 'catalogue-changed', topics, payload: {} });
}
