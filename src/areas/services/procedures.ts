import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, refused, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { refuse } from '#platform/values/refusal.ts';
import { servicesContract } from './contract.ts';
import { importServices, previewServices } from './import-services.ts';
import { addService, getKeptService, listKeptServices, removeService, saveService } from './keep-services.ts';
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
  listKeptServices: os.listKeptServices.handler(({ context: { tx }, input }) =>
    listKeptServices(tx, staffActor(tx), input),
  ),
  getKeptService: os.getKeptService.handler(({ context: { tx }, input }) =>
    getKeptService(tx, staffActor(tx), input.serviceId),
  ),
  addService: os.addService.handler(({ context: { tx }, input }) => addService(tx, staffActor(tx), input)),
  saveService: os.saveService.handler(({ context: { tx }, input }) => saveService(tx, staffActor(tx), input)),
  removeService: os.removeService.handler(({ context: { tx }, input }) =>
    removeService(tx, staffActor(tx), input),
  ),
  previewServices: os.previewServices.handler(({ context: { tx }, input }) =>
    previewServices(tx, staffActor(tx), input.csv),
  ),
  importServices: os.importServices.handler(({ context: { tx }, input }) =>
    importServices(tx, staffActor(tx), input.csv),
  ),
});
