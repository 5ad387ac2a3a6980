import { implement } from '@orpc/server';
import { operationDoor, type CallContext } from '#platform/contract/procedure.ts';
import { mallsContract } from './contract.ts';
import { getMall } from './public.ts';

const os = implement(mallsContract).$context<CallContext>().use(operationDoor);

export const mallsProcedures = os.router({
  getMall: os.getMall.handler(({ context: { tx }, input }) => getMall(tx, input.mall)),
});
