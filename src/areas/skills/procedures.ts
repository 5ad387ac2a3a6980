import { implement } from '@orpc/server';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { skillsContract } from './contract.ts';
import { getSkills, limitCounter, limitOfficer } from './skills.ts';

const os = implement(skillsContract).$context<CallContext>().use(operationDoor);

export const skillsProcedures = os.router({
  getSkills: os.getSkills.handler(({ context: { tx }, input }) =>
    getSkills(tx, staffActor(tx), input.agencyId),
  ),
  limitCounter: os.limitCounter.handler(({ context: { tx }, input }) =>
    limitCounter(tx, staffActor(tx), input),
  ),
  limitOfficer: os.limitOfficer.handler(({ context: { tx }, input }) =>
    limitOfficer(tx, staffActor(tx), input),
  ),
});
