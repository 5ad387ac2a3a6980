import { implement } from '@orpc/server';
import { uploadsOf } from '#areas/uploads/public.ts';
import { operationDoor, refused, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { issueStreamToken } from '#platform/events/stream-access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import { addMedia, moveMedia, removeMedia } from './board-media.ts';
import { addMessage, removeMessage } from './board-messages.ts';
import { boardsContract } from './contract.ts';
import { boardAsItComes, mapBoardSetups, mapZoneBoards } from './public.ts';
import { setBoard } from './set-board.ts';
import { listZoneChoices } from './setup-store.ts';
import { listZoneRows } from './store.ts';

const os = implement(boardsContract).$context<CallContext>().use(operationDoor);

export const boardsProcedures = os.router({
  getBoard: os.getBoard.handler(async ({ context: { tx, tokens }, input }) => {
    const { actor } = tx;
    const { mallId } = actor;
    const home = actor.kind === 'device' ? actor.zoneId : input.zone;
    if (mallId === null || home === undefined) refused(refuse('ZONE_UNKNOWN'));
    const [place] = await listZoneRows(tx, mallId, [home]);
    if (place === undefined) refused(refuse('ZONE_UNKNOWN'));
    const setup = (await ownSetup(tx, mallId)) ?? {
      ...{ settings: boardAsItComes([home]), messages: [], media: [] },
    };
    const zones = await mapZoneBoards(tx, mallId, setup.settings.zoneIds);
    const topics = [...zones.keys()].map((id) => `zone:${id}`);
    if (actor.kind === 'device') topics.push(`board:${actor.id}`);
    const grant = { mallId, subscriptions: topics.map((topic) => ({ topic })) };
    return {
      now: tx.now.toISOString(),
      mallShortName: place.mall_short_name,
      timeZone: place.time_zone,
      sampleData: place.sample_data,
      floor: place.floor,
      setup,
      // In the order in which they were chosen from.
      zones: setup.settings.zoneIds.flatMap((id) => zones.get(id) ?? []),
      streamToken: issueStreamToken(tokens, grant),
    };
  }),

  getBoardSetup: os.getBoardSetup.handler(async ({ context: { tx }, input: { deviceId } }) => {
    const { mallId } = staffActor(tx);
    const setups = await mapBoardSetups(tx, mallId, [deviceId]);
    const setup = setups.get(deviceId) ?? refused(refuse('DEVICE_UNKNOWN'));
    const zones = await listZoneChoices(tx, mallId);
    return { ...setup, zones: zones.map(({ site_name, ...zone }) => ({ ...zone, siteName: site_name })) };
  }),

  setBoard: os.setBoard.handler(({ context: { tx }, input }) => setBoard(tx, staffActor(tx), input)),

  addMessage: os.addMessage.handler(({ context: { tx }, input }) => addMessage(tx, staffActor(tx), input)),

  removeMessage: os.removeMessage.handler(({ context: { tx }, input }) =>
    removeMessage(tx, staffActor(tx), input.messageId),
  ),

  addMedia: os.addMedia.handler(({ context, input }) =>
    addMedia(context.tx, staffActor(context.tx), uploadsOf(context), input),
  ),

  moveMedia: os.moveMedia.handler(({ context: { tx }, input }) => moveMedia(tx, staffActor(tx), input)),

  removeMedia: os.removeMedia.handler(({ context: { tx }, input }) =>
    removeMedia(tx, staffActor(tx), input.mediaId),
  ),
});

/** A board shows what was chosen for it, whatever it asks for. */
async function ownSetup(tx: Tx, mallId: string) {
  if (tx.actor.kind !== 'device') return undefined;
  return (await mapBoardSetups(tx, mallId, [tx.actor.id])).get(tx.actor.id);
}
