import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { listChanges } from '#platform/values/changes.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';
import { slugFrom } from '#platform/values/slug.ts';
import type { KeptSite, SiteValues, ZoneValues } from './contract.ts';
import {
  insertSite,
  insertZone,
  listSiteRows,
  listZoneRows,
  lockSite,
  lockZone,
  updateSite,
  updateZone,
  type SiteColumns,
} from './places-store.ts';
import { judgeSiteDays } from './rules/site-days.ts';

interface Named {
  readonly version: number;
}

/** The mall's sites, each with its zones by floor. */
export async function listPlaces(tx: Tx, { mallId }: StaffActor): Promise<KeptSite[]> {
  const zones = await listZoneRows(tx, mallId);
  const sites = await listSiteRows(tx, mallId);
  return sites.map(({ open_from: openFrom, open_until: openUntil, ...site }) => ({
    ...site,
    openFrom,
    openUntil,
    zones: zones
      .filter(({ site_id: siteId }) => siteId === site.id)
      .map(({ id, version, slug, name, floor }) => ({ id, version, slug, name, floor, siteId: site.id })),
  }));
}

/** Refusals: CHANGED_MEANWHILE, SITE_DAYS. */
export async function addSite(
  tx: Tx,
  { mallId }: StaffActor,
  values: SiteValues,
): Promise<{ siteId: string }> {
  checkDays(values);
  const siteId = newId();
  const slug = freeSlug(values.name, await listSiteRows(tx, mallId));
  await refuseBroken(insertSite(tx, { mall_id: mallId, id: siteId, slug, ...toColumns(values) }), sayTaken);
  const { name, address, openFrom, openUntil } = values;
  const days = { ...(openFrom === null ? {} : { openFrom }), ...(openUntil === null ? {} : { openUntil }) };
  tx.record({ subjectKind: 'site', subjectId: siteId, facts: { name, address, ...days } });
  tellMall(tx, mallId);
  return { siteId };
}

/** Refusals: SITE_UNKNOWN, CHANGED_MEANWHILE, SITE_DAYS, SITE_WAITED_AT (`waiting`): on a day that would be none. */
export async function saveSite(
  tx: Tx,
  { mallId }: StaffActor,
  { siteId, version, ...values }: SiteValues & { siteId: string; version: number },
): Promise<Named> {
  checkDays(values);
  const {
    name,
    address,
    open_from: openFrom,
    open_until: openUntil,
  } = await lockedSite(tx, mallId, siteId, version);
  const changes = listChanges({ name, address, openFrom, openUntil }, values);
  if (changes.length === 0) return { version };
  await refuseBroken(updateSite(tx, mallId, siteId, toColumns(values)), sayWaiting(name));
  tx.record({ subjectKind: 'site', subjectId: siteId, facts: { name: values.name, changes } });
  tellMall(tx, mallId);
  return { version: version + 1 };
}

/** Refusals: SITE_UNKNOWN, CHANGED_MEANWHILE, PLACE_IN_USE (`holder`). */
export async function removeSite(
  tx: Tx,
  { mallId }: StaffActor,
  { siteId, version }: { siteId: string; version: number },
): Promise<{ removed: true }> {
  const row = await lockedSite(tx, mallId, siteId, version);
  await refuseBroken(updateSite(tx, mallId, siteId, { active: false }), sayInUse(row.name));
  tx.record({ subjectKind: 'site', subjectId: siteId, facts: { name: row.name } });
  tellMall(tx, mallId);
  return { removed: true };
}

/** Refusals: SITE_UNKNOWN. */
export async function addZone(
  tx: Tx,
  { mallId }: StaffActor,
  values: ZoneValues,
): Promise<{ zoneId: string }> {
  const { siteId, name, floor } = values;
  const site = (await lockSite(tx, mallId, siteId)) ?? refused(refuse('SITE_UNKNOWN'));
  const zoneId = newId();
  const slug = freeSlug(name, await listZoneRows(tx, mallId));
  const row = { mall_id: mallId, id: zoneId, site_id: site.id, slug, name, floor };
  await refuseBroken(insertZone(tx, row), sayTaken);
  tx.record({ subjectKind: 'zone', subjectId: zoneId, facts: { name, site: site.name, floor } });
  tellMall(tx, mallId);
  return { zoneId };
}

/** Refusals: ZONE_UNKNOWN, SITE_UNKNOWN, CHANGED_MEANWHILE, SITE_WAITED_AT (`waiting`): the other site is shut today. */
export async function saveZone(
  tx: Tx,
  { mallId }: StaffActor,
  { zoneId, version, ...values }: ZoneValues & { zoneId: string; version: number },
): Promise<Named> {
  const { name, floor, siteId } = values;
  // The site first: the order of all who put zones into sites.
  const site = (await lockSite(tx, mallId, siteId)) ?? refused(refuse('SITE_UNKNOWN'));
  const row = await lockedZone(tx, mallId, zoneId, version);
  const former = (await listSiteRows(tx, mallId)).find(({ id }) => id === row.site_id);
  const before = { name: row.name, floor: row.floor, site: { id: row.site_id, name: former?.name ?? '' } };
  const changes = listChanges(before, { name, floor, site: { id: site.id, name: site.name } });
  if (changes.length === 0) return { version };
  await refuseBroken(updateZone(tx, mallId, zoneId, { name, floor, site_id: site.id }), sayWaiting(row.name));
  tx.record({ subjectKind: 'zone', subjectId: zoneId, facts: { name, changes } });
  tellMall(tx, mallId, zoneId);
  return { version: version + 1 };
}

/** Refusals: ZONE_UNKNOWN, CHANGED_MEANWHILE, PLACE_IN_USE (`holder`: booth or device). */
export async function removeZone(
  tx: Tx,
  { mallId }: StaffActor,
  { zoneId, version }: { zoneId: string; version: number },
): Promise<{ removed: true }> {
  const row = await lockedZone(tx, mallId, zoneId, version);
  await refuseBroken(updateZone(tx, mallId, zoneId, { active: false }), sayInUse(row.name));
  tx.record({ subjectKind: 'zone', subjectId: zoneId, facts: { name: row.name } });
  tellMall(tx, mallId, zoneId);
  return { removed: true };
}

async function lockedSite(tx: Tx, mallId: string, siteId: string, version: number) {
  const row = (await lockSite(tx, mallId, siteId)) ?? refused(refuse('SITE_UNKNOWN'));
  return row.version === version ? row : refused(refuse('CHANGED_MEANWHILE'));
}

async function lockedZone(tx: Tx, mallId: string, zoneId: string, version: number) {
  const row = (await lockZone(tx, mallId, zoneId)) ?? refused(refuse('ZONE_UNKNOWN'));
  return row.version === version ? row : refused(refuse('CHANGED_MEANWHILE'));
}

/** The key of a place in addresses of devices and files: made once from its first name, then never changed. */
function freeSlug(name: string, present: readonly { readonly slug: string }[]): string {
  const taken = new Set(present.map(({ slug }) => slug));
  const wanted = slugFrom(name, 40) || 'tempat';
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** Two places of one name at the same moment: the second is asked to look again. */
function sayTaken(constraint: string): Refusal | undefined {
  return constraint === 'site_slug' || constraint === 'zone_slug' ? refuse('CHANGED_MEANWHILE') : undefined;
}

function sayInUse(name: string) {
  return (constraint: string, detail: string): Refusal | undefined =>
    constraint === 'place_in_use' ? refuse('PLACE_IN_USE', { name, holder: detail }) : undefined;
}

/** The database knows who waits where, and for which day. */
function sayWaiting(name: string) {
  return (constraint: string, detail: string): Refusal | undefined =>
    constraint === 'people_wait_at_site'
      ? refuse('SITE_WAITED_AT', { name, waiting: Number(detail) })
      : undefined;
}

function checkDays({ openFrom: from, openUntil: until }: SiteValues): void {
  const refusal = judgeSiteDays({ from, until });
  if (refusal !== undefined) refused(refusal);
}

function toColumns({ name, address, openFrom, openUntil }: SiteValues): SiteColumns {
  return { name, address, open_from: openFrom, open_until: openUntil };
}

function tellMall(tx: Tx, mallId: string, zoneId?: string): void {
  const topics = [`mall:${mallId}`, ...(zoneId === undefined ? [] : [`zone:${zoneId}`])];
  tx.emit({ mallId, kind: 'catalogue-changed', topics, payload: {} });
}
