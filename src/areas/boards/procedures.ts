import { implement } from '@orpc/server';
import { operationDoor, refused, type CallContext } from '#platform/contract/procedure.ts';
import type { Actor } from '#platform/contract/access.ts';
import { issueStreamToken } from '#platform/events/stream-access.ts';
import { refuse } from '#platform/values/refusal.ts';
import { boardsContract } from './contract.ts';
import { mapBoards } from './public.ts';

const os = implement(boardsContract).$context<CallContext>().use(operationDoor);

export const boardsProcedures = os.router({
  getBoard: os.getBoard.handler(async ({ context: { tx, tokens }, input }) => {
    const { mallId } = tx.actor;
    const zoneId = zoneOf(tx.actor) ?? input.zone;
    if (mallId === null || zoneId === undefined) refused(refuse('ZONE_UNKNOWN'));
    const boards = await mapBoards(tx, mallId, [zoneId]);
    const board = boards.get(zoneId) ?? refused(refuse('ZONE_UNKNOWN'));
    const grant = { mallId, subscriptions: [{ topic: `zone:${zoneId}` }] };
    return { ...board, streamToken: issueStreamToken(tokens, grant) };
  }),
});

/** A board shows its own zone, whatever it asks for. */
function zoneOf(actor: Actor): string | undefined {
  return actor.kind === 'device' ? actor.zoneId : undefined;
}
