import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { PlanItem } from './rules/plan.ts';

export interface FloorPlanRow {
  readonly site_id: string;
  readonly site_name: string;
  readonly floor: number;
  readonly version: number;
  readonly grid_columns: number;
  readonly grid_rows: number;
  readonly items: readonly PlanItem[];
}

const PLANS: PreparedStatement = {
  name: 'floor-plans',
  text: `select p.site_id, s.name as site_name, p.floor, p.version, p.grid_columns, p.grid_rows, p.items
    from floor_plan p join site s on s.mall_id = p.mall_id and s.id = p.site_id and s.active
    where p.mall_id = $1 order by s.place, p.floor limit 200`,
};

export function listPlanRows(tx: Tx, mallId: string): Promise<FloorPlanRow[]> {
  return tx.query<FloorPlanRow>(PLANS, [mallId]);
}

const BOOTHS_OF_FLOOR: PreparedStatement = {
  name: 'booths-of-floor',
  text: `select a.id from agency a
      join booth b on b.mall_id = a.mall_id and b.agency_id = a.id
      join zone z on z.mall_id = b.mall_id and z.id = b.zone_id
    where a.mall_id = $1 and a.active and z.site_id = $2 and z.floor = $3 order by z.slug, a.short_name limit 100`,
};

/** Agencies whose booth is on this floor, by zone and name. */
export async function listAgenciesOfFloor(
  tx: Tx,
  mallId: string,
  siteId: string,
  floor: number,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(BOOTHS_OF_FLOOR, [mallId, siteId, floor]);
  return rows.map(({ id }) => id);
}

/** Writes the drawing if the version is the one that was seen; the new version, or undefined where it is another. */
const SAVE: PreparedStatement = {
  name: 'save-floor-plan',
  text: `insert into floor_plan as p (mall_id, site_id, floor, version, grid_columns, grid_rows, items)
    values ($1, $2, $3, 1, $5, $6, $7::jsonb)
    on conflict (mall_id, site_id, floor) do update
      set version = p.version + 1, grid_columns = $5, grid_rows = $6, items = $7::jsonb
      where p.version = $4
    returning version`,
};

export async function savePlanRow(
  tx: Tx,
  plan: {
    readonly mallId: string;
    readonly siteId: string;
    readonly floor: number;
    readonly version: number;
    readonly columns: number;
    readonly rows: number;
    readonly items: readonly PlanItem[];
  },
): Promise<number | undefined> {
  const [row] = await tx.query<{ version: number }>(SAVE, [
    plan.mallId,
    plan.siteId,
    plan.floor,
    plan.version,
    plan.columns,
    plan.rows,
    JSON.stringify(plan.items),
  ]);
  return row?.version;
}

export async function findSiteName(tx: Tx, mallId: string, siteId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('site')
    .select('name')
    .where('mall_id', '=', mallId)
    .where('id', '=', siteId)
    .where('active', '=', true)
    .executeTakeFirst();
  return row?.name;
}
