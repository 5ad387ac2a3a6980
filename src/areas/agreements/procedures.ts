import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { endAgreement, moveOn, signAgreement } from './conclude-agreement.ts';
import { listClauses, saveClause } from './clauses/clauses.ts';
import { agreementsContract } from './contract.ts';
import { draftAgreement, goOnFrom, removeAgreement, saveHead } from './draft-agreement.ts';
import { addPaper, removePaper } from './parts/papers.ts';
import { getAgreement, listAgreements, listPublicAgreements } from './read-agreements.ts';
import { numberParty, setNumberPattern, takeNumber } from './numbers/number-party.ts';
import { removeParty, removePromise, saveParty, savePromise } from './parts/write-parts.ts';
import { tellVerdict } from './verdicts/tell-verdict.ts';

const os = implement(agreementsContract).$context<CallContext>().use(operationDoor);

export const agreementsProcedures = os.router({
  listAgreements: os.listAgreements.handler(({ context: { tx } }) => listAgreements(tx, staffActor(tx))),
  getAgreement: os.getAgreement.handler(({ context: { tx }, input }) =>
    getAgreement(tx, staffActor(tx), input.agreementId),
  ),
  listPublicAgreements: os.listPublicAgreements.handler(async ({ context: { tx }, input }) =>
    listPublicAgreements(tx, await getMallPlace(tx, input.mall)),
  ),
  draftAgreement: os.draftAgreement.handler(({ context: { tx }, input }) =>
    draftAgreement(tx, staffActor(tx), input),
  ),
  goOnFrom: os.goOnFrom.handler(({ context: { tx }, input }) => goOnFrom(tx, staffActor(tx), input)),
  saveHead: os.saveHead.handler(({ context: { tx }, input }) => saveHead(tx, staffActor(tx), input)),
  saveParty: os.saveParty.handler(({ context: { tx }, input }) => saveParty(tx, staffActor(tx), input)),
  removeParty: os.removeParty.handler(({ context: { tx }, input }) => removeParty(tx, staffActor(tx), input)),
  savePromise: os.savePromise.handler(({ context: { tx }, input }) => savePromise(tx, staffActor(tx), input)),
  removePromise: os.removePromise.handler(({ context: { tx }, input }) =>
    removePromise(tx, staffActor(tx), input),
  ),
  moveAgreement: os.moveAgreement.handler(({ context: { tx }, input }) => moveOn(tx, staffActor(tx), input)),
  tellVerdict: os.tellVerdict.handler(({ context: { tx }, input }) => tellVerdict(tx, staffActor(tx), input)),
  listClauses: os.listClauses.handler(({ context: { tx } }) => listClauses(tx, staffActor(tx).mallId)),
  saveClause: os.saveClause.handler(({ context: { tx }, input }) => saveClause(tx, staffActor(tx), input)),
  signAgreement: os.signAgreement.handler(({ context: { tx }, input }) =>
    signAgreement(tx, staffActor(tx), input),
  ),
  numberParty: os.numberParty.handler(({ context: { tx }, input }) => numberParty(tx, staffActor(tx), input)),
  setNumberPattern: os.setNumberPattern.handler(({ context: { tx }, input }) =>
    setNumberPattern(tx, staffActor(tx), input),
  ),
  takeNumber: os.takeNumber.handler(({ context: { tx }, input }) => takeNumber(tx, staffActor(tx), input)),
  endAgreement: os.endAgreement.handler(({ context: { tx }, input }) =>
    endAgreement(tx, staffActor(tx), input),
  ),
  removeAgreement: os.removeAgreement.handler(({ context: { tx }, input }) =>
    removeAgreement(tx, staffActor(tx), input),
  ),
  addPaper: os.addPaper.handler(({ context, input }) => addPaper(context, staffActor(context.tx), input)),
  removePaper: os.removePaper.handler(({ context: { tx }, input }) =>
    removePaper(tx, staffActor(tx), input.paperId),
  ),
});
