import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import { MESSAGE_LENGTH_MAX, MESSAGES_MAX } from './rules/message-limits.ts';
import {
  countMessages,
  deleteMessage,
  deleteMessagesEndedBefore,
  insertMessage,
  lockBoards,
} from './setup-store.ts';

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export interface MessageWish {
  readonly deviceId: string | null;
  readonly text: string;
  readonly textEn: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Refusals: MESSAGE_TOO_LONG (`limit`), MESSAGE_TIMES, DEVICE_UNKNOWN, MESSAGES_ENOUGH (`limit`). */
export async function addMessage(tx: Tx, { mallId }: StaffActor, wish: MessageWish) {
  const startsAt = new Date(wish.startsAt);
  const endsAt = new Date(wish.endsAt);
  if ([wish.text, wish.textEn ?? ''].some((text) => text.length > MESSAGE_LENGTH_MAX))
    refused(refuse('MESSAGE_TOO_LONG', { limit: MESSAGE_LENGTH_MAX }));
  if (endsAt <= startsAt || endsAt <= tx.now) refused(refuse('MESSAGE_TIMES'));
  // The boards' rows are what two writers of messages meet at: the count is then true.
  const boards = await lockBoards(tx, mallId);
  const board = boards.find(({ id }) => id === wish.deviceId);
  if (wish.deviceId !== null && board === undefined) refused(refuse('DEVICE_UNKNOWN'));
  if ((await countMessages(tx, mallId)) >= MESSAGES_MAX)
    refused(refuse('MESSAGES_ENOUGH', { limit: MESSAGES_MAX }));
  await deleteMessagesEndedBefore(tx, mallId, new Date(tx.now.getTime() - KEPT_DAYS * DAY_MS));
  const id = newId();
  await insertMessage(tx, { ...wish, mallId, id, startsAt, endsAt });
  tellBoards(tx, mallId, board === undefined ? boards.map((each) => each.id) : [board.id]);
  tx.record({
    subjectKind: 'board-message',
    subjectId: id,
    facts: { message: wish.text, from: startsAt.toISOString(), until: endsAt.toISOString() },
  });
  return { messageId: id };
}

/** Refusals: MESSAGE_UNKNOWN (also when taken off before). */
export async function removeMessage(tx: Tx, { mallId }: StaffActor, messageId: string) {
  const removed = (await deleteMessage(tx, mallId, messageId)) ?? refused(refuse('MESSAGE_UNKNOWN'));
  const boards = removed.device_id === null ? await lockBoards(tx, mallId) : [{ id: removed.device_id }];
  tellBoards(
    tx,
    mallId,
    boards.map(({ id }) => id),
  );
  tx.record({ subjectKind: 'board-message', subjectId: messageId, facts: { message: removed.text_id } });
  return { messageId };
}

/** These boards look again at what they show besides calls. */
export function tellBoards(tx: Tx, mallId: string, deviceIds: readonly string[]): void {
  if (deviceIds.length === 0) return;
  tx.emit({ mallId, kind: 'board-set', topics: deviceIds.map((id) => `board:${id}`), payload: {} });
}
