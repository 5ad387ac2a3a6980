import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { floorPlansContract } from './contract.ts';
import { getFloorPlan, listFloorPlans, saveFloorPlan } from './floor-plans.ts';

const os = implement(floorPlansContract).$context<CallContext>().use(operationDoor);

export const floorPlansProcedures = os.router({
  listFloorPlans: os.listFloorPlans.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx, input.mall);
    return listFloorPlans(tx, mall.id);
  }),
  getFloorPlan: os.getFloorPlan.handler(({ context: { tx }, input }) =>
    getFloorPlan(tx, staffActor(tx), input),
  ),
  saveFloorPlan: os.saveFloorPlan.handler(({ context: { tx }, input }) =>
    saveFloorPlan(tx, staffActor(tx), input),
  ),
});
