import { implement } from '@orpc/server';
import { operationDoor, refused, type CallContext } from '#platform/contract/procedure.ts';
import { refuse } from '#platform/values/refusal.ts';
import { surveyContract } from './contract.ts';
import { getRating, rate, rateAtKiosk } from './rate.ts';

const os = implement(surveyContract).$context<CallContext>().use(operationDoor);

export const surveyProcedures = os.router({
  rate: os.rate.handler(({ context: { tx }, input }) => rate(tx, input)),
  rateAtKiosk: os.rateAtKiosk.handler(({ context: { tx }, input }) => {
    if (tx.actor.kind !== 'device') refused(refuse('FORBIDDEN'));
    return rateAtKiosk(tx, tx.actor, input);
  }),
  getRating: os.getRating.handler(({ context: { tx }, input }) => getRating(tx, input.token)),
});
