import type { Tx } from '#platform/database/transaction.ts';

const LETTERS_SHOWN_MAX = 200;

export interface NewPromiseLetter {
  readonly mallId: string;
  readonly id: string;
  readonly agencyId: string;
  readonly number: string | null;
  readonly from: string;
  readonly until: string;
  readonly told: unknown;
  readonly sentBy: string;
}

export async function insertPromiseLetter(tx: Tx, letter: NewPromiseLetter): Promise<void> {
  await tx.db
    .insertInto('promise_letter')
    .values({
      mall_id: letter.mallId,
      id: letter.id,
      agency_id: letter.agencyId,
      number: letter.number,
      first_day: letter.from,
      last_day: letter.until,
      told: JSON.stringify(letter.told),
      sent_at: tx.now,
      sent_by: letter.sentBy,
    })
    .execute();
}

/** Latest first; of one agency where one is named. */
export function listPromiseLetterRows(tx: Tx, mallId: string, agencyId: string | null) {
  let query = tx.db
    .selectFrom('promise_letter as l')
    .innerJoin('agency as a', (join) =>
      join.onRef('a.mall_id', '=', 'l.mall_id').onRef('a.id', '=', 'l.agency_id'),
    )
    .leftJoin('staff_member as r', (join) =>
      join.onRef('r.mall_id', '=', 'l.mall_id').onRef('r.id', '=', 'l.replied_by'),
    )
    .selectAll('l')
    .select(['a.slug', 'a.name', 'a.short_name', 'r.name as replied_name'])
    .where('l.mall_id', '=', mallId)
    .orderBy('l.sent_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(LETTERS_SHOWN_MAX);
  if (agencyId !== null) query = query.where('l.agency_id', '=', agencyId);
  return query.execute();
}

export type PromiseLetterRow = Awaited<ReturnType<typeof listPromiseLetterRows>>[number];

/** Writes the answer where there is none yet; false where there is. */
export async function answerPromiseLetter(
  tx: Tx,
  answer: { readonly mallId: string; readonly id: string; readonly reply: string; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('promise_letter')
    .set({ reply: answer.reply, replied_at: tx.now, replied_by: answer.by })
    .where('mall_id', '=', answer.mallId)
    .where('id', '=', answer.id)
    .where('reply', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
