import { implement } from '@orpc/server';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { establishmentContract } from './contract.ts';
import { addLetter, removeLetter, toLetter } from './letters.ts';
import { addBlocker, getEstablishment, saveStage, setOpening, solveBlocker } from './stages.ts';
import { listLetterRows } from './store.ts';

const os = implement(establishmentContract).$context<CallContext>().use(operationDoor);

export const establishmentProcedures = os.router({
  getEstablishment: os.getEstablishment.handler(({ context: { tx } }) =>
    getEstablishment(tx, staffActor(tx)),
  ),
  saveStage: os.saveStage.handler(({ context: { tx }, input }) => saveStage(tx, staffActor(tx), input)),
  addBlocker: os.addBlocker.handler(({ context: { tx }, input }) => addBlocker(tx, staffActor(tx), input)),
  solveBlocker: os.solveBlocker.handler(({ context: { tx }, input }) =>
    solveBlocker(tx, staffActor(tx), input.blockerId),
  ),
  listLetters: os.listLetters.handler(async ({ context: { tx } }) =>
    (await listLetterRows(tx, staffActor(tx).mallId)).map(toLetter),
  ),
  addLetter: os.addLetter.handler(({ context, input }) => addLetter(context, staffActor(context.tx), input)),
  removeLetter: os.removeLetter.handler(({ context: { tx }, input }) =>
    removeLetter(tx, staffActor(tx), input.letterId),
  ),
  setOpening: os.setOpening.handler(({ context: { tx }, input }) => setOpening(tx, staffActor(tx), input)),
});
