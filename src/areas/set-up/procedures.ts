import { implement } from '@orpc/server';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { setUpContract } from './contract.ts';
import { countProgress } from './count-progress.ts';
import { getSetUp, setUpMall } from './set-up-mall.ts';

const os = implement(setUpContract).$context<CallContext>().use(operationDoor);

export const setUpProcedures = os.router({
  getSetUp: os.getSetUp.handler(({ context, input }) => getSetUp(context.tx, context.tokens, input.token)),
  setUpMall: os.setUpMall.handler(({ context, input }) => setUpMall(context.tx, context, input)),
  getProgress: os.getProgress.handler(({ context: { tx } }) => countProgress(tx, staffActor(tx).mallId)),
});
