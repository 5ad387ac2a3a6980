import type { Tx } from '#platform/database/transaction.ts';
import type { BoardSettings } from './contract.ts';

/** The boards in use and the zone in which each hangs. Locked in this order: whether a zone stays shown is judged over all. */
export async function lockBoards(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('device')
    .select(['id', 'name', 'zone_id'])
    .where('mall_id', '=', mallId)
    .where('kind', '=', 'board')
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .limit(400)
    .forNoKeyUpdate()
    .execute();
}

/** These boards, as far as they are in use, each with its settings; null columns where nobody has set anything. */
export async function listBoardRows(tx: Tx, mallId: string, deviceIds: readonly string[]) {
  return tx.db
    .selectFrom('device')
    .leftJoin('board_setting', (join) =>
      join
        .onRef('board_setting.mall_id', '=', 'device.mall_id')
        .onRef('board_setting.device_id', '=', 'device.id'),
    )
    .select(['device.id', 'device.zone_id', 'english', 'sound', 'volume', 'volume_steps', 'shows_hours'])
    .where('device.mall_id', '=', mallId)
    .where('device.kind', '=', 'board')
    .where('device.revoked_at', 'is', null)
    .where('device.id', 'in', deviceIds)
    .limit(400)
    .execute();
}

export async function listBoardZoneRows(tx: Tx, mallId: string, deviceIds: readonly string[]) {
  if (deviceIds.length === 0) return [];
  return tx.db
    .selectFrom('board_zone')
    .innerJoin('zone', (join) =>
      join.onRef('zone.mall_id', '=', 'board_zone.mall_id').onRef('zone.id', '=', 'board_zone.zone_id'),
    )
    .select(['board_zone.device_id', 'board_zone.zone_id'])
    .where('board_zone.mall_id', '=', mallId)
    .where('board_zone.device_id', 'in', deviceIds)
    .where('zone.active', '=', true)
    .orderBy('zone.slug')
    .limit(4_000)
    .execute();
}

/** Every zone that a board of this mall could show, those of one site together. */
export async function listZoneChoices(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('zone')
    .innerJoin('site', (join) =>
      join.onRef('site.mall_id', '=', 'zone.mall_id').onRef('site.id', '=', 'zone.site_id'),
    )
    .select(['zone.id', 'zone.slug', 'zone.name', 'zone.floor', 'site.name as site_name'])
    .where('zone.mall_id', '=', mallId)
    .where('zone.active', '=', true)
    .orderBy('site.slug')
    .orderBy('zone.slug')
    .limit(60)
    .execute();
}

export async function putBoardSettings(
  tx: Tx,
  board: { mallId: string; deviceId: string },
  settings: BoardSettings,
): Promise<void> {
  const key = { mall_id: board.mallId, device_id: board.deviceId };
  const row = {
    english: settings.english,
    sound: settings.sound,
    volume: settings.volume,
    volume_steps: JSON.stringify(settings.steps),
    shows_hours: settings.showsHours,
  };
  await tx.db
    .insertInto('board_setting')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['mall_id', 'device_id']).doUpdateSet(row))
    .execute();
  await tx.db
    .deleteFrom('board_zone')
    .where('mall_id', '=', key.mall_id)
    .where('device_id', '=', key.device_id)
    .execute();
  await tx.db
    .insertInto('board_zone')
    .values(settings.zoneIds.map((zoneId) => ({ ...key, zone_id: zoneId })))
    .execute();
}

/** Messages that are not over: of every board, and of these. */
export async function listMessageRows(tx: Tx, mallId: string, deviceIds: readonly string[]) {
  return tx.db
    .selectFrom('board_message')
    .selectAll()
    .where('mall_id', '=', mallId)
    .where('ends_at', '>', tx.now)
    .where((where) =>
      where.or([
        where('device_id', 'is', null),
        ...(deviceIds.length > 0 ? [where('device_id', 'in', deviceIds)] : []),
      ]),
    )
    .orderBy('starts_at')
    .orderBy('id')
    .limit(400)
    .execute();
}

export type MessageRow = Awaited<ReturnType<typeof listMessageRows>>[number];

export async function countMessages(tx: Tx, mallId: string): Promise<number> {
  const rows = await tx.db
    .selectFrom('board_message')
    .select('id')
    .where('mall_id', '=', mallId)
    .where('ends_at', '>', tx.now)
    .limit(400)
    .execute();
  return rows.length;
}

export interface NewMessage {
  readonly mallId: string;
  readonly id: string;
  readonly deviceId: string | null;
  readonly text: string;
  readonly textEn: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  await tx.db
    .insertInto('board_message')
    .values({
      mall_id: message.mallId,
      id: message.id,
      device_id: message.deviceId,
      text_id: message.text,
      text_en: message.textEn,
      starts_at: message.startsAt,
      ends_at: message.endsAt,
    })
    .execute();
}

/** What was on the boards weeks ago stays on the trail only. */
export async function deleteMessagesEndedBefore(tx: Tx, mallId: string, before: Date): Promise<void> {
  await tx.db
    .deleteFrom('board_message')
    .where('mall_id', '=', mallId)
    .where('ends_at', '<', before)
    .execute();
}

export async function deleteMessage(tx: Tx, mallId: string, id: string) {
  return tx.db
    .deleteFrom('board_message')
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .returning(['device_id', 'text_id'])
    .executeTakeFirst();
}
