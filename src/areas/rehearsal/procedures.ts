import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, type CallContext } from '#platform/contract/procedure.ts';
import { rehearsalContract } from './contract.ts';
import { getCrowd, setCrowd } from './public.ts';

const os = implement(rehearsalContract).$context<CallContext>().use(operationDoor);

export const rehearsalProcedures = os.router({
  getCrowd: os.getCrowd.handler(async ({ context: { tx } }) => {
    const mall = await getMallPlace(tx);
    return getCrowd(tx, mall.id);
  }),
  setCrowd: os.setCrowd.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx);
    return setCrowd(tx, mall.id, input);
  }),
});
