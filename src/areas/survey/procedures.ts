import { implement } from '@orpc/server';
import { operationDoor, type CallContext } from '#platform/contract/procedure.ts';
import { surveyContract } from './contract.ts';
import { getRating, rate } from './rate.ts';

const os = implement(surveyContract).$context<CallContext>().use(operationDoor);

export const surveyProcedures = os.router({
  rate: os.rate.handler(({ context: { tx }, input }) => rate(tx, input)),
  getRating: os.getRating.handler(({ context: { tx }, input }) => getRating(tx, input.token)),
});
