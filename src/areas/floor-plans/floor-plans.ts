import { listAllAgencyNames } from '#areas/agencies/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import type { FloorPlan, PlanValues } from './contract.ts';
import { checkPlan, proposePlan } from './rules/plan.ts';
import { findSiteName, listAgenciesOfFloor, listPlanRows, savePlanRow, type FloorPlanRow } from './store.ts';

/** The floors that were drawn, by site and floor. */
export async function listFloorPlans(tx: Tx, mallId: string): Promise<FloorPlan[]> {
  return (await listPlanRows(tx, mallId)).map(toPlan);
}

/** Refusals: SITE_UNKNOWN. */
export async function getFloorPlan(
  tx: Tx,
  { mallId }: Pick<StaffActor, 'mallId'>,
  { siteId, floor }: { readonly siteId: string; readonly floor: number },
): Promise<FloorPlan> {
  const siteName = await siteOf(tx, mallId, siteId);
  const row = (await listPlanRows(tx, mallId)).find((one) => one.site_id === siteId && one.floor === floor);
  if (row !== undefined) return toPlan(row);
  const { grid, items } = proposePlan(await listAgenciesOfFloor(tx, mallId, siteId, floor));
  return { siteId, siteName, floor, version: 0, ...grid, items };
}

/** Refusals: SITE_UNKNOWN, AGENCY_UNKNOWN, CHANGED_MEANWHILE, and those of the rule. */
export async function saveFloorPlan(
  tx: Tx,
  { mallId }: Pick<StaffActor, 'mallId'>,
  plan: PlanValues & { readonly siteId: string; readonly floor: number; readonly version: number },
): Promise<{ version: number }> {
  const site = await siteOf(tx, mallId, plan.siteId);
  const no = checkPlan(plan, plan.items);
  if (isRefusal(no)) refused(no);
  const known = new Set((await listAllAgencyNames(tx, mallId)).map(({ id }) => id));
  if (plan.items.some(({ agencyId }) => agencyId !== null && !known.has(agencyId)))
    refused(refuse('AGENCY_UNKNOWN'));
  const version = (await savePlanRow(tx, { ...plan, mallId })) ?? refused(refuse('CHANGED_MEANWHILE'));
  tx.record({
    subjectKind: 'floor-plan',
    subjectId: plan.siteId,
    facts: { site, floor: plan.floor, drawn: plan.items.length },
  });
  tx.emit({ mallId, kind: 'catalogue-changed', topics: [`mall:${mallId}`], payload: {} });
  return { version };
}

async function siteOf(tx: Tx, mallId: string, siteId: string): Promise<string> {
  return (await findSiteName(tx, mallId, siteId)) ?? refused(refuse('SITE_UNKNOWN'));
}

function toPlan(row: FloorPlanRow): FloorPlan {
  return {
    siteId: row.site_id,
    siteName: row.site_name,
    floor: row.floor,
    version: row.version,
    columns: row.grid_columns,
    rows: row.grid_rows,
    items: [...row.items],
  };
}
