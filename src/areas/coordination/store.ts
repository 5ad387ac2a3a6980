import type { Tx } from '#platform/database/transaction.ts';
import type { DecisionValues, MeetingValues } from './contract.ts';

const MEETINGS_MAX = 400;
const DECISIONS_MAX = 500;

/** Meetings with how many decisions they made and how many are open, latest first. */
export function listMeetingRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('meeting as m')
    .leftJoin('meeting_decision as d', (join) =>
      join.onRef('d.mall_id', '=', 'm.mall_id').onRef('d.meeting_id', '=', 'm.id'),
    )
    .select((eb) => [
      'm.id',
      'm.day',
      'm.title',
      'm.place',
      eb.fn.count<string>('d.id').as('decisions'),
      eb.fn.count<string>('d.done_on').as('done'),
    ])
    .where('m.mall_id', '=', mallId)
    .groupBy(['m.id', 'm.day', 'm.title', 'm.place'])
    .orderBy('m.day', 'desc')
    .orderBy('m.id', 'desc')
    .limit(MEETINGS_MAX)
    .execute();
}

export function findMeetingRow(tx: Tx, mallId: string, id: string) {
  return selectMeeting(tx, mallId, id).executeTakeFirst();
}

/** The meeting, held for a change. */
export function lockMeetingRow(tx: Tx, mallId: string, id: string) {
  return selectMeeting(tx, mallId, id).forUpdate().executeTakeFirst();
}

function selectMeeting(tx: Tx, mallId: string, id: string) {
  return tx.db.selectFrom('meeting').selectAll().where('mall_id', '=', mallId).where('id', '=', id);
}

export async function insertMeeting(
  tx: Tx,
  mallId: string,
  id: string,
  values: MeetingValues,
): Promise<void> {
  await tx.db
    .insertInto('meeting')
    .values({ mall_id: mallId, id, ...values })
    .execute();
}

export async function updateMeeting(
  tx: Tx,
  { mall_id, id, version }: { readonly mall_id: string; readonly id: string; readonly version: number },
  values: MeetingValues,
): Promise<{ version: number }> {
  await tx.db
    .updateTable('meeting')
    .set({ ...values, version: version + 1 })
    .where('mall_id', '=', mall_id)
    .where('id', '=', id)
    .execute();
  return { version: version + 1 };
}

export async function deleteMeeting(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('meeting').where('mall_id', '=', mallId).where('id', '=', id).execute();
}

/** Decisions: of a meeting in the order in which they were made, else the open ones of an agency or, with null, of everybody, what is due first at the head. */
export function listDecisionRows(
  tx: Tx,
  mallId: string,
  of: { readonly meetingId: string } | { readonly openOf: string | null },
) {
  let query = tx.db
    .selectFrom('meeting_decision as d')
    .innerJoin('meeting as m', (join) =>
      join.onRef('m.mall_id', '=', 'd.mall_id').onRef('m.id', '=', 'd.meeting_id'),
    )
    .leftJoin('agency as g', (join) =>
      join.onRef('g.mall_id', '=', 'd.mall_id').onRef('g.id', '=', 'd.agency_id'),
    )
    .selectAll('d')
    .select(['m.title', 'm.day', 'g.short_name'])
    .where('d.mall_id', '=', mallId)
    .limit(DECISIONS_MAX);
  if ('meetingId' in of) return query.where('d.meeting_id', '=', of.meetingId).orderBy('d.id').execute();
  query = query
    .where('d.done_on', 'is', null)
    .orderBy('d.due_on', (order) => order.asc().nullsLast())
    .orderBy('d.id');
  if (of.openOf !== null) query = query.where('d.agency_id', '=', of.openOf);
  return query.execute();
}

export type DecisionRow = Awaited<ReturnType<typeof listDecisionRows>>[number];

export async function insertDecision(
  tx: Tx,
  mallId: string,
  decision: DecisionValues & { readonly id: string; readonly meetingId: string },
): Promise<void> {
  await tx.db
    .insertInto('meeting_decision')
    .values({
      ...{ mall_id: mallId, id: decision.id, meeting_id: decision.meetingId, what: decision.what },
      ...{ owner: decision.owner, agency_id: decision.agencyId, due_on: decision.dueOn },
    })
    .execute();
}

/** What it was, where it was still open. */
export async function closeDecisionRow(
  tx: Tx,
  mallId: string,
  closed: { readonly id: string; readonly doneOn: string; readonly outcome: string },
): Promise<string | undefined> {
  const row = await tx.db
    .updateTable('meeting_decision')
    .set({ done_on: closed.doneOn, outcome: closed.outcome })
    .where('mall_id', '=', mallId)
    .where('id', '=', closed.id)
    .where('done_on', 'is', null)
    .returning('what')
    .executeTakeFirst();
  return row?.what;
}
