import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, type CallContext } from '#platform/contract/procedure.ts';
import { agenciesContract } from './contract.ts';
import { listAgencies } from './public.ts';

const os = implement(agenciesContract).$context<CallContext>().use(operationDoor);

export const agenciesProcedures = os.router({
  listAgencies: os.listAgencies.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx, input.mall);
    return listAgencies(tx, mall.id);
  }),
});
