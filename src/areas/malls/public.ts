import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Mall, Zone } from './contract.ts';
import { findMallRow, insertMall, listMallRows, listSites, listZones } from './store.ts';

export { setLaunchDay } from './keep-mall.ts';

/** What most operations need of the mall: its key, zone and clock. */
export interface MallPlace {
  readonly id: string;
  readonly slug: string;
  readonly timeZone: string;
}

/**
 * The mall that an operation is about: the actor's own, else the one named, else the only one.
 * An officer or device of one mall that names another is refused, as if the other did not exist.
 * Refusals: MALL_UNKNOWN.
 */
export async function getMallPlace(tx: Tx, slug?: string): Promise<MallPlace> {
  const row = await getRow(tx, slug);
  return { id: row.id, slug: row.slug, timeZone: row.time_zone };
}

/** The mall as the contract shows it. Refusals: MALL_UNKNOWN. */
export async function getMall(tx: Tx, slug?: string): Promise<Mall> {
  const row = await getRow(tx, slug);
  const [site] = await listSites(tx, row.id);
  const zones = await listZones(tx, row.id);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    shortName: row.short_name,
    regency: row.regency,
    timeZone: row.time_zone as Mall['timeZone'],
    launchedOn: row.launched_on,
    sampleData: row.sample_data,
    site: site ?? null,
    zones,
  };
}

async function getRow(tx: Tx, slug: string | undefined) {
  const row = await findMallRow(tx, { id: tx.actor.mallId, slug });
  return row ?? refused(refuse('MALL_UNKNOWN'));
}

/** Zones of a mall by slug. */
export async function listZonesOf(tx: Tx, mallId: string): Promise<Zone[]> {
  return listZones(tx, mallId);
}

export interface NewMall {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly regency: string;
  readonly timeZone: string;
  readonly launchedOn: string | null;
  readonly sampleData: boolean;
  readonly sites: readonly { readonly slug: string; readonly name: string; readonly address: string }[];
  /** A zone lies in the first site unless it names another by slug. */
  readonly zones: readonly {
    readonly slug: string;
    readonly name: string;
    readonly floor: number;
    readonly site?: string;
  }[];
}

/** Sets up a mall with its sites and zones. Undefined when a mall of that slug is there already: nothing changed. */
export async function addMall(
  tx: Tx,
  mall: NewMall,
): Promise<{ mallId: string; zoneIds: ReadonlyMap<string, string> } | undefined> {
  const mallId = newId();
  const sites = mall.sites.map((site, index) => ({
    mall_id: mallId,
    id: newId(),
    place: index + 1,
    ...site,
  }));
  const siteId = (slug: string | undefined): string => {
    const site = slug === undefined ? sites[0] : sites.find((one) => one.slug === slug);
    if (site === undefined) throw new RangeError(`mall ${mall.slug} has no site ${slug ?? ''}`);
    return site.id;
  };
  const zones = mall.zones.map(({ site, ...zone }) => ({
    mall_id: mallId,
    id: newId(),
    site_id: siteId(site),
    ...zone,
  }));
  const added = await insertMall(tx, {
    mall: {
      id: mallId,
      slug: mall.slug,
      name: mall.name,
      short_name: mall.shortName,
      regency: mall.regency,
      time_zone: mall.timeZone,
      launched_on: mall.launchedOn,
      sample_data: mall.sampleData,
    },
    sites,
    zones,
  });
  return added ? { mallId, zoneIds: new Map(zones.map((zone) => [zone.slug, zone.id])) } : undefined;
}

/** The mall of this id, for readers that hold it already. Refusals: MALL_UNKNOWN. */
export async function getMallPlaceById(tx: Tx, id: string): Promise<MallPlace> {
  const row = (await findMallRow(tx, { id, slug: undefined })) ?? refused(refuse('MALL_UNKNOWN'));
  return { id: row.id, slug: row.slug, timeZone: row.time_zone };
}

/** All malls of this installation, at most 1000. */
export async function listMallPlaces(tx: Tx): Promise<MallPlace[]> {
  const rows = await listMallRows(tx);
  return rows.map((row) => ({ id: row.id, slug: row.slug, timeZone: row.time_zone }));
}
