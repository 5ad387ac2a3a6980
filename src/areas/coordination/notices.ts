import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Notice } from './contract.ts';
import {
  countNotices,
  deleteNotice,
  insertNotice,
  listNoticeRows,
  listUnreadRows,
  putRead,
} from './notice-store.ts';

/** Nobody reads more than these at once. */
const NOTICES_MAX = 20;

export async function listNotices(tx: Tx, mallId: string): Promise<Notice[]> {
  return (await listNoticeRows(tx, mallId)).map((row) => ({
    ...toNotice(row),
    readers: Number(row.readers),
  }));
}

export async function listUnreadNotices(tx: Tx, { id, mallId, timeZone }: StaffActor) {
  const today = dayAt(tx.now.getTime(), timeZone);
  return (await listUnreadRows(tx, mallId, id, today)).map(toNotice);
}

/** Refusals: NOTICE_PAST for a day that is over, NOTICES_ENOUGH (`limit`). */
export async function sendNotice(
  tx: Tx,
  { mallId, timeZone }: StaffActor,
  { words, untilDay }: { readonly words: string; readonly untilDay: string },
): Promise<{ noticeId: string }> {
  const today = dayAt(tx.now.getTime(), timeZone);
  if (untilDay < today) refused(refuse('NOTICE_PAST'));
  if ((await countNotices(tx, mallId, today)) >= NOTICES_MAX)
    refused(refuse('NOTICES_ENOUGH', { limit: NOTICES_MAX }));
  const id = newId();
  await insertNotice(tx, mallId, { id, words, untilDay });
  tx.record({ subjectKind: 'notice', subjectId: id, facts: { what: words, until: untilDay } });
  return { noticeId: id };
}

/** Refusals: NOTICE_UNKNOWN. */
export async function endNotice(
  tx: Tx,
  { mallId }: StaffActor,
  noticeId: string,
): Promise<{ noticeId: string }> {
  const words = await deleteNotice(tx, mallId, noticeId);
  if (words === undefined) refused(refuse('NOTICE_UNKNOWN'));
  tx.record({ subjectKind: 'notice', subjectId: noticeId, facts: { what: words ?? '' } });
  return { noticeId };
}

/** Refusals: NOTICE_UNKNOWN. */
export async function readNotice(
  tx: Tx,
  { id, mallId }: StaffActor,
  noticeId: string,
): Promise<{ noticeId: string }> {
  if (!(await putRead(tx, mallId, noticeId, id))) refused(refuse('NOTICE_UNKNOWN'));
  return { noticeId };
}

function toNotice(row: Awaited<ReturnType<typeof listUnreadRows>>[number]) {
  return {
    ...{ id: row.id, words: row.words, untilDay: row.until_day },
    ...{ sentAt: row.sent_at.toISOString(), sentBy: row.sent_name },
  };
}
