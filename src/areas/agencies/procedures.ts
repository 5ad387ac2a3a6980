import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { agenciesContract } from './contract.ts';
import { importAgencies, previewAgencies } from './import-agencies.ts';
import { getKeptAgency, listKeptAgencies, openAgency, removeAgency, saveAgency } from './keep-agency.ts';
import { moveCounter } from './move-counter.ts';
import { listAgencies } from './public.ts';
import { endSharing, shareBooth } from './share-booth.ts';

const os = implement(agenciesContract).$context<CallContext>().use(operationDoor);

export const agenciesProcedures = os.router({
  listAgencies: os.listAgencies.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx, input.mall);
    return listAgencies(tx, mall.id);
  }),
  listKeptAgencies: os.listKeptAgencies.handler(({ context: { tx } }) =>
    listKeptAgencies(tx, staffActor(tx)),
  ),
  getKeptAgency: os.getKeptAgency.handler(({ context: { tx }, input }) =>
    getKeptAgency(tx, staffActor(tx), input.agencyId),
  ),
  addAgency: os.addAgency.handler(({ context: { tx }, input }) => openAgency(tx, staffActor(tx), input)),
  saveAgency: os.saveAgency.handler(({ context: { tx }, input }) => saveAgency(tx, staffActor(tx), input)),
  removeAgency: os.removeAgency.handler(({ context: { tx }, input }) =>
    removeAgency(tx, staffActor(tx), input),
  ),
  moveCounter: os.moveCounter.handler(({ context: { tx }, input }) => moveCounter(tx, staffActor(tx), input)),
  shareBooth: os.shareBooth.handler(({ context: { tx }, input }) => shareBooth(tx, staffActor(tx), input)),
  endSharing: os.endSharing.handler(({ context: { tx }, input }) => endSharing(tx, staffActor(tx), input)),
  previewAgencies: os.previewAgencies.handler(({ context: { tx }, input }) =>
    previewAgencies(tx, staffActor(tx), input.csv),
  ),
  importAgencies: os.importAgencies.handler(({ context: { tx }, input }) =>
    importAgencies(tx, staffActor(tx), input.csv),
  ),
});
