import { implement } from '@orpc/server';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { mallsContract } from './contract.ts';
import { addSite, addZone, listPlaces, removeSite, removeZone, saveSite, saveZone } from './keep-places.ts';
import { getKeptMall, saveMall } from './keep-mall.ts';
import { getMall } from './public.ts';

const os = implement(mallsContract).$context<CallContext>().use(operationDoor);

export const mallsProcedures = os.router({
  getMall: os.getMall.handler(({ context: { tx }, input }) => getMall(tx, input.mall)),
  getKeptMall: os.getKeptMall.handler(({ context: { tx } }) => getKeptMall(tx, staffActor(tx))),
  saveMall: os.saveMall.handler(({ context: { tx }, input }) => saveMall(tx, staffActor(tx), input)),
  listPlaces: os.listPlaces.handler(({ context: { tx } }) => listPlaces(tx, staffActor(tx))),
  addSite: os.addSite.handler(({ context: { tx }, input }) => addSite(tx, staffActor(tx), input)),
  saveSite: os.saveSite.handler(({ context: { tx }, input }) => saveSite(tx, staffActor(tx), input)),
  removeSite: os.removeSite.handler(({ context: { tx }, input }) => removeSite(tx, staffActor(tx), input)),
  addZone: os.addZone.handler(({ context: { tx }, input }) => addZone(tx, staffActor(tx), input)),
  saveZone: os.saveZone.handler(({ context: { tx }, input }) => saveZone(tx, staffActor(tx), input)),
  removeZone: os.removeZone.handler(({ context: { tx }, input }) => removeZone(tx, staffActor(tx), input)),
});
