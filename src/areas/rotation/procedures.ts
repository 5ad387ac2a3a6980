import { implement } from '@orpc/server';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { rotationContract } from './contract.ts';
import { getRotation, proposeRotation, setRotation } from './rotation.ts';

const os = implement(rotationContract).$context<CallContext>().use(operationDoor);

export const rotationProcedures = os.router({
  getRotation: os.getRotation.handler(({ context: { tx }, input }) =>
    getRotation(tx, staffActor(tx), input.agencyId),
  ),
  proposeRotation: os.proposeRotation.handler(({ context: { tx }, input }) =>
    proposeRotation(tx, staffActor(tx), input),
  ),
  setRotation: os.setRotation.handler(({ context: { tx }, input }) => setRotation(tx, staffActor(tx), input)),
});
