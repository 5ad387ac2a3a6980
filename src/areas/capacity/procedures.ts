import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, type CallContext } from '#platform/contract/procedure.ts';
import { capacityContract } from './contract.ts';
import { listBoothStates } from './public.ts';

const os = implement(capacityContract).$context<CallContext>().use(operationDoor);

export const capacityProcedures = os.router({
  listBoothStates: os.listBoothStates.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx, input.mall);
    return { now: tx.now.toISOString(), booths: await listBoothStates(tx, mall) };
  }),
});
