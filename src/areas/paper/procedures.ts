import { implement } from '@orpc/server';
import { operationDoor, type CallContext } from '#platform/contract/procedure.ts';
import { paperContract } from './contract.ts';
import { enterPaperStop } from './enter-paper-stop.ts';
import { getNumberSheet } from './number-sheet.ts';
import { listNumberBlocks, reserveNumberBlocks } from './number-blocks.ts';

const os = implement(paperContract).$context<CallContext>().use(operationDoor);

export const paperProcedures = os.router({
  listNumberBlocks: os.listNumberBlocks.handler(({ context: { tx }, input }) =>
    listNumberBlocks(tx, input.day),
  ),
  reserveNumberBlocks: os.reserveNumberBlocks.handler(({ context: { tx }, input }) =>
    reserveNumberBlocks(tx, input),
  ),
  getNumberSheet: os.getNumberSheet.handler(({ context: { tx, language }, input }) =>
    getNumberSheet(tx, input, language),
  ),
  enterPaperStop: os.enterPaperStop.handler(({ context: { tx }, input }) => enterPaperStop(tx, input)),
});
