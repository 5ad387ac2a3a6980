import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { forgetStoredFile, recordStoredFile } from '#platform/files/stored-files.ts';
import type { Uploads } from '#platform/files/uploads.ts';
import { newId } from '#platform/random/ids.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import { tellBoards } from './board-messages.ts';
import { deleteMediaRow, insertMedia, listMediaRows, setMediaPlace } from './media-store.ts';
import { isShown, MEDIA_MAX } from './rules/media-limits.ts';
import { lockBoards } from './setup-store.ts';

export interface MediaWish {
  readonly uploadId: string;
  readonly deviceId: string | null;
  readonly seconds: number;
  readonly fromDay: string;
  readonly untilDay: string;
}

/**
 * Puts a picture or film that was handed in at the end of the list of a board, or of every board. The content is on the
 * disk already: finishing its upload again only tells what it is.
 * Refusals: MEDIA_DAYS, DEVICE_UNKNOWN, MEDIA_ENOUGH (`limit`), FILE_TYPE_REFUSED, and those of an upload.
 */
export async function addMedia(tx: Tx, staff: StaffActor, uploads: Uploads, wish: MediaWish) {
  const { mallId } = staff;
  if (wish.untilDay < wish.fromDay) refused(refuse('MEDIA_DAYS'));
  // The boards' rows are what two writers of the list meet at: count and order are then true.
  const boards = await lockBoards(tx, mallId);
  if (wish.deviceId !== null && !boards.some(({ id }) => id === wish.deviceId))
    refused(refuse('DEVICE_UNKNOWN'));
  if ((await listMediaRows(tx, mallId)).length >= MEDIA_MAX)
    refused(refuse('MEDIA_ENOUGH', { limit: MEDIA_MAX }));
  const key = { id: wish.uploadId, owner: staff.id };
  const upload = await uploads.find(key);
  if (isRefusal(upload)) return refused(upload);
  const content = await uploads.finish(key);
  if (isRefusal(content)) return refused(content);
  if (!isShown(content.mediaType)) refused(refuse('FILE_TYPE_REFUSED'));
  const file = await recordStoredFile(tx, mallId, { ...content, name: upload.name });
  const id = newId();
  await insertMedia(tx, { ...wish, mallId, id, fileId: file.id });
  tellBoards(tx, mallId, wish.deviceId === null ? boards.map((board) => board.id) : [wish.deviceId]);
  tx.record({
    subjectKind: 'board-media',
    subjectId: id,
    facts: { name: file.name, from: wish.fromDay, until: wish.untilDay },
  });
  return { mediaId: id };
}

/**
 * One place up or down in the list of a board; at the end of the list nothing changes.
 * Refusals: DEVICE_UNKNOWN, MEDIA_UNKNOWN.
 */
export async function moveMedia(
  tx: Tx,
  { mallId }: StaffActor,
  { mediaId, deviceId, up }: { mediaId: string; deviceId: string; up: boolean },
) {
  const boards = await lockBoards(tx, mallId);
  if (!boards.some(({ id }) => id === deviceId)) refused(refuse('DEVICE_UNKNOWN'));
  const list = await listMediaRows(tx, mallId, [deviceId]);
  const at = list.findIndex(({ id }) => id === mediaId);
  const media = list[at] ?? refused(refuse('MEDIA_UNKNOWN'));
  const neighbour = list[up ? at - 1 : at + 1];
  if (neighbour === undefined) return { mediaId };
  await setMediaPlace(tx, mallId, media.id, neighbour.place);
  await setMediaPlace(tx, mallId, neighbour.id, media.place);
  tellBoards(
    tx,
    mallId,
    boards.map(({ id }) => id),
  );
  tx.record({ subjectKind: 'board-media', subjectId: mediaId, facts: { name: media.name, up } });
  return { mediaId };
}

/** Refusals: MEDIA_UNKNOWN (also when removed before). */
export async function removeMedia(tx: Tx, { mallId }: StaffActor, mediaId: string) {
  const boards = await lockBoards(tx, mallId);
  const list = await listMediaRows(tx, mallId);
  const media = list.find(({ id }) => id === mediaId) ?? refused(refuse('MEDIA_UNKNOWN'));
  await deleteMediaRow(tx, mallId, mediaId);
  await forgetStoredFile(tx, mallId, media.file_id);
  tellBoards(
    tx,
    mallId,
    boards.map(({ id }) => id),
  );
  tx.record({ subjectKind: 'board-media', subjectId: mediaId, facts: { name: media.name } });
  return { mediaId };
}
