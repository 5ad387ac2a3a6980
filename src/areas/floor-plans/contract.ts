import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Id, MallChoice } from '#platform/contract/shapes.ts';
import { GRID_MAX, GRID_MIN, ITEM_KINDS, ITEMS_MAX } from './rules/plan.ts';

const side = z.int().min(1).max(GRID_MAX);
const place = z.int().min(0).max(GRID_MAX);
const Floor = z.int().min(-5).max(99);

export const PlanItem = z
  .object({
    kind: z.enum(ITEM_KINDS),
    agencyId: Id.nullable(),
    x: place,
    y: place,
    width: side,
    height: side,
  })
  .refine(({ kind, agencyId }) => (kind === 'booth') === (agencyId !== null));

/** What an administrator draws: squares of about a metre. */
export const PlanValues = z.object({
  columns: z.int().min(GRID_MIN).max(GRID_MAX),
  rows: z.int().min(GRID_MIN).max(GRID_MAX),
  items: z.array(PlanItem).max(ITEMS_MAX),
});
export type PlanValues = z.infer<typeof PlanValues>;

export const FloorPlan = PlanValues.extend({
  siteId: Id,
  siteName: z.string(),
  floor: Floor,
  /** 0: nobody has drawn it yet. */
  version: z.int(),
});
export type FloorPlan = z.infer<typeof FloorPlan>;

export const floorPlansContract = {
  listFloorPlans: read({
    access: { public: true },
    path: '/floor-plans',
    summary: 'The drawn floors of the mall: what stands where',
  })
    .input(MallChoice)
    .output(z.array(FloorPlan)),
  getFloorPlan: read({
    access: { roles: ['manager', 'administrator'] },
    summary: 'One floor as it is drawn, or a proposal where nobody has drawn it yet',
  })
    .input(z.object({ siteId: Id, floor: Floor }))
    .errors(refusals('SITE_UNKNOWN'))
    .output(FloorPlan),
  saveFloorPlan: command({
    access: { roles: ['administrator'] },
    summary: 'Draw a floor, in place of the drawing before',
  })
    .input(PlanValues.extend({ siteId: Id, floor: Floor, version: z.int() }))
    .errors(
      refusals(
        'SITE_UNKNOWN',
        'AGENCY_UNKNOWN',
        'CHANGED_MEANWHILE',
        'PLAN_OUTSIDE',
        'PLAN_OVERLAP',
        'PLAN_TWICE',
      ),
    )
    .output(z.object({ version: z.int() })),
};
