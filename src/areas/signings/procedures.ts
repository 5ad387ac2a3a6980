import { implement } from '@orpc/server';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { signingsContract } from './contract.ts';
import {
  addToSigning,
  moveInSigning,
  planSigning,
  removeSigning,
  saveSigning,
  takeFromSigning,
} from './plan-signing.ts';
import { getSigning, listSignings } from './read-signing.ts';
import { signAllReady } from './sign-all.ts';
import { getSigningSet } from './signing-set.ts';

const os = implement(signingsContract).$context<CallContext>().use(operationDoor);

export const signingsProcedures = os.router({
  listSignings: os.listSignings.handler(({ context: { tx } }) => listSignings(tx, staffActor(tx))),
  getSigning: os.getSigning.handler(({ context: { tx }, input }) =>
    getSigning(tx, staffActor(tx), input.signingId),
  ),
  planSigning: os.planSigning.handler(({ context: { tx }, input }) => planSigning(tx, staffActor(tx), input)),
  saveSigning: os.saveSigning.handler(({ context: { tx }, input }) => saveSigning(tx, staffActor(tx), input)),
  removeSigning: os.removeSigning.handler(({ context: { tx }, input }) =>
    removeSigning(tx, staffActor(tx), input),
  ),
  addToSigning: os.addToSigning.handler(({ context: { tx }, input }) =>
    addToSigning(tx, staffActor(tx), input),
  ),
  takeFromSigning: os.takeFromSigning.handler(({ context: { tx }, input }) =>
    takeFromSigning(tx, staffActor(tx), input),
  ),
  moveInSigning: os.moveInSigning.handler(({ context: { tx }, input }) =>
    moveInSigning(tx, staffActor(tx), input),
  ),
  signAllReady: os.signAllReady.handler(({ context: { tx }, input }) =>
    signAllReady(tx, staffActor(tx), input),
  ),
  getSigningSet: os.getSigningSet.handler(({ context, input }) =>
    getSigningSet(context, staffActor(context.tx), input.signingId),
  ),
});
