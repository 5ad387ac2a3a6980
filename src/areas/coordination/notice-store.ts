import type { Tx } from '#platform/database/transaction.ts';

const NOTICES_SHOWN_MAX = 50;

/** The latest announcements with how many officers read them. */
export function listNoticeRows(tx: Tx, mallId: string) {
  return selectNotices(tx, mallId)
    .select((eb) =>
      eb
        .selectFrom('booth_notice_read as r')
        .select((count) => count.fn.countAll<string>().as('readers'))
        .whereRef('r.mall_id', '=', 'n.mall_id')
        .whereRef('r.notice_id', '=', 'n.id')
        .as('readers'),
    )
    .orderBy('n.sent_at', 'desc')
    .limit(NOTICES_SHOWN_MAX)
    .execute();
}

/** What still holds on this day and the officer has not read, the oldest first. */
export function listUnreadRows(tx: Tx, mallId: string, staffId: string, today: string) {
  return selectNotices(tx, mallId)
    .where('n.until_day', '>=', today)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('booth_notice_read as r')
            .select('r.staff_id')
            .whereRef('r.mall_id', '=', 'n.mall_id')
            .whereRef('r.notice_id', '=', 'n.id')
            .where('r.staff_id', '=', staffId),
        ),
      ),
    )
    .orderBy('n.sent_at')
    .limit(NOTICES_SHOWN_MAX)
    .execute();
}

function selectNotices(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('booth_notice as n')
    .leftJoin('staff_member as m', (join) =>
      join
        .onRef('m.mall_id', '=', 'n.mall_id')
        .on((eb) => eb(eb.cast('m.id', 'text'), '=', eb.ref('n.sent_by'))),
    )
    .select(['n.id', 'n.words', 'n.until_day', 'n.sent_at', 'm.name as sent_name'])
    .where('n.mall_id', '=', mallId);
}

export async function insertNotice(
  tx: Tx,
  mallId: string,
  notice: { readonly id: string; readonly words: string; readonly untilDay: string },
): Promise<void> {
  await tx.db
    .insertInto('booth_notice')
    .values({
      ...{ mall_id: mallId, id: notice.id, words: notice.words, until_day: notice.untilDay },
      ...{ sent_at: tx.now, sent_by: tx.actor.id },
    })
    .execute();
}

/** What it said, where it was there. */
export async function deleteNotice(tx: Tx, mallId: string, id: string): Promise<string | undefined> {
  const row = await tx.db
    .deleteFrom('booth_notice')
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .returning('words')
    .executeTakeFirst();
  return row?.words;
}

export async function countNotices(tx: Tx, mallId: string, today: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom('booth_notice')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('mall_id', '=', mallId)
    .where('until_day', '>=', today)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Once is enough: a second time changes nothing. False where there is no such announcement. */
export async function putRead(tx: Tx, mallId: string, noticeId: string, staffId: string): Promise<boolean> {
  const there = await tx.db
    .selectFrom('booth_notice')
    .select('id')
    .where('mall_id', '=', mallId)
    .where('id', '=', noticeId)
    .forKeyShare()
    .executeTakeFirst();
  if (there === undefined) return false;
  await tx.db
    .insertInto('booth_notice_read')
    .values({ mall_id: mallId, notice_id: noticeId, staff_id: staffId, read_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}
