import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Mall } from './contract.ts';
import { findMallRow, listSites, listZones } from './store.ts';

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
