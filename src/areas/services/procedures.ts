import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, refused, type CallContext } from '#platform/contract/procedure.ts';
import { refuse } from '#platform/values/refusal.ts';
import { servicesContract } from './contract.ts';
import { findServiceBySlug, listServices } from './public.ts';

const os = implement(servicesContract).$context<CallContext>().use(operationDoor);

export const servicesProcedures = os.router({
  listServices: os.listServices.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx, input.mall);
    return listServices(tx, mall.id, input);
  }),
  getService: os.getService.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx, input.mall);
    return (await findServiceBySlug(tx, mall.id, input.slug)) ?? refused(refuse('SERVICE_UNKNOWN'));
  }),
});
