import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

/** Pictures and films of every board and of these, in their order; of the whole mall where none are named. */
export async function listMediaRows(tx: Tx, mallId: string, deviceIds?: readonly string[]) {
  let query = tx.db
    .selectFrom('board_media')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.mall_id', '=', 'board_media.mall_id')
        .onRef('stored_file.id', '=', 'board_media.file_id'),
    )
    .select(['board_media.id', 'board_media.device_id', 'board_media.place', 'board_media.seconds'])
    .select(['board_media.from_day', 'board_media.until_day'])
    .select(['stored_file.id as file_id', 'stored_file.name', 'stored_file.media_type'])
    .where('board_media.mall_id', '=', mallId)
    .orderBy('board_media.place')
    .limit(400);
  if (deviceIds !== undefined)
    query = query.where((where) =>
      where.or([
        where('device_id', 'is', null),
        ...(deviceIds.length > 0 ? [where('device_id', 'in', deviceIds)] : []),
      ]),
    );
  return query.execute();
}
export type MediaRow = Awaited<ReturnType<typeof listMediaRows>>[number];

export interface NewMedia {
  readonly mallId: string;
  readonly id: string;
  readonly deviceId: string | null;
  readonly fileId: string;
  readonly seconds: number;
  readonly fromDay: string;
  readonly untilDay: string;
}

/** At the end of the order. */
export async function insertMedia(tx: Tx, media: NewMedia): Promise<void> {
  await tx.db
    .insertInto('board_media')
    .values({
      mall_id: media.mallId,
      id: media.id,
      device_id: media.deviceId,
      file_id: media.fileId,
      place: sql<number>`(select coalesce(max(place), 0) + 1 from board_media where mall_id = ${media.mallId})`,
      seconds: media.seconds,
      from_day: media.fromDay,
      until_day: media.untilDay,
    })
    .execute();
}

export async function setMediaPlace(tx: Tx, mallId: string, id: string, place: number): Promise<void> {
  await tx.db
    .updateTable('board_media')
    .set({ place })
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .execute();
}

export async function deleteMediaRow(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('board_media').where('mall_id', '=', mallId).where('id', '=', id).execute();
}
