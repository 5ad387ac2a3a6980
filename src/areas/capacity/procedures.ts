import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { closeBooth, decideClosure, liftClosure } from './close-booth.ts';
import { capacityContract } from './contract.ts';
import { listClosures } from './list-closures.ts';
import { listBoothStates } from './public.ts';

const os = implement(capacityContract).$context<CallContext>().use(operationDoor);

export const capacityProcedures = os.router({
  listBoothStates: os.listBoothStates.handler(async ({ context: { tx }, input }) => {
    const mall = await getMallPlace(tx, input.mall);
    return { now: tx.now.toISOString(), booths: await listBoothStates(tx, mall) };
  }),
  listClosures: os.listClosures.handler(({ context: { tx } }) => listClosures(tx, staffActor(tx))),
  closeBooth: os.closeBooth.handler(({ context: { tx }, input }) => closeBooth(tx, staffActor(tx), input)),
  decideClosure: os.decideClosure.handler(({ context: { tx }, input }) =>
    decideClosure(tx, staffActor(tx), input),
  ),
  liftClosure: os.liftClosure.handler(({ context: { tx }, input }) =>
    liftClosure(tx, staffActor(tx), input.closureId),
  ),
});
