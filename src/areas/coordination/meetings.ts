import { findAgencyName } from '#areas/agencies/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { dayAt, type Day } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Decision, DecisionValues, Meeting, MeetingLine, MeetingValues } from './contract.ts';
import {
  closeDecisionRow,
  deleteMeeting,
  findMeetingRow,
  insertDecision,
  insertMeeting,
  listDecisionRows,
  listMeetingRows,
  lockMeetingRow,
  updateMeeting,
  type DecisionRow,
} from './store.ts';

/** More than one meeting has ever decided. */
const DECISIONS_MAX = 100;

interface Seen {
  readonly meetingId: string;
  readonly version: number;
}

export async function listMeetings(tx: Tx, mallId: string): Promise<MeetingLine[]> {
  return (await listMeetingRows(tx, mallId)).map(({ decisions, done, ...row }) => ({
    ...row,
    decisions: Number(decisions),
    open: Number(decisions) - Number(done),
  }));
}

/** What is still to be done, by everybody or by one agency; what is due first at the head. */
export async function listOpenDecisions(
  tx: Tx,
  mall: { readonly id: string; readonly timeZone: string },
  agencyId: string | null = null,
): Promise<Decision[]> {
  const today = dayAt(tx.now.getTime(), mall.timeZone);
  const rows = await listDecisionRows(tx, mall.id, { openOf: agencyId });
  return rows.map((row) => toDecision(row, today));
}

/** Refusals: MEETING_UNKNOWN. */
export async function getMeeting(tx: Tx, staff: StaffActor, meetingId: string): Promise<Meeting> {
  const row = (await findMeetingRow(tx, staff.mallId, meetingId)) ?? refused(refuse('MEETING_UNKNOWN'));
  const today = dayAt(tx.now.getTime(), staff.timeZone);
  const decisions = await listDecisionRows(tx, staff.mallId, { meetingId });
  const { id, version, day, title, place, notes } = row;
  return { id, version, day, title, place, notes, decisions: decisions.map((one) => toDecision(one, today)) };
}

export async function holdMeeting(
  tx: Tx,
  { mallId }: StaffActor,
  values: MeetingValues,
): Promise<{ meetingId: string }> {
  const id = newId();
  await insertMeeting(tx, mallId, id, values);
  record(tx, id, { name: values.title, day: values.day });
  return { meetingId: id };
}

/** Refusals: MEETING_UNKNOWN, CHANGED_MEANWHILE. */
export async function saveMeeting(
  tx: Tx,
  staff: StaffActor,
  { meetingId, version, ...values }: MeetingValues & Seen,
): Promise<{ version: number }> {
  const row = await lockMeeting(tx, staff, { meetingId, version });
  record(tx, row.id, { name: values.title, day: values.day });
  return updateMeeting(tx, row, values);
}

/** Refusals: MEETING_UNKNOWN, CHANGED_MEANWHILE, MEETING_DECIDED. */
export async function removeMeeting(tx: Tx, staff: StaffActor, seen: Seen): Promise<{ removed: true }> {
  const row = await lockMeeting(tx, staff, seen);
  if ((await listDecisionRows(tx, staff.mallId, { meetingId: row.id })).length > 0)
    refused(refuse('MEETING_DECIDED'));
  await deleteMeeting(tx, staff.mallId, row.id);
  record(tx, row.id, { name: row.title });
  return { removed: true };
}

/** Refusals: MEETING_UNKNOWN, AGENCY_UNKNOWN, DECISIONS_ENOUGH (`limit`), DAYS_REVERSED for one due before its meeting. */
export async function addDecision(
  tx: Tx,
  { mallId }: StaffActor,
  { meetingId, ...decision }: DecisionValues & { readonly meetingId: string },
): Promise<{ decisionId: string }> {
  const meeting = (await lockMeetingRow(tx, mallId, meetingId)) ?? refused(refuse('MEETING_UNKNOWN'));
  if (decision.dueOn !== null && decision.dueOn < meeting.day) refused(refuse('DAYS_REVERSED'));
  if (decision.agencyId !== null && (await findAgencyName(tx, mallId, decision.agencyId)) === undefined)
    refused(refuse('AGENCY_UNKNOWN'));
  if ((await listDecisionRows(tx, mallId, { meetingId })).length >= DECISIONS_MAX)
    refused(refuse('DECISIONS_ENOUGH', { limit: DECISIONS_MAX }));
  const id = newId();
  await insertDecision(tx, mallId, { ...decision, id, meetingId });
  record(tx, meetingId, { what: decision.what, owner: decision.owner });
  return { decisionId: id };
}

/** Refusals: DECISION_CLOSED, also where there is none. */
export async function closeDecision(
  tx: Tx,
  { mallId, timeZone }: StaffActor,
  { decisionId, outcome }: { readonly decisionId: string; readonly outcome: string },
): Promise<{ decisionId: string }> {
  const doneOn = dayAt(tx.now.getTime(), timeZone);
  const what = await closeDecisionRow(tx, mallId, { id: decisionId, doneOn, outcome });
  if (what === undefined) refused(refuse('DECISION_CLOSED'));
  record(tx, decisionId, { what: what ?? '' });
  return { decisionId };
}

async function lockMeeting(tx: Tx, { mallId }: StaffActor, { meetingId, version }: Seen) {
  const row = (await lockMeetingRow(tx, mallId, meetingId)) ?? refused(refuse('MEETING_UNKNOWN'));
  return row.version === version ? row : refused(refuse('CHANGED_MEANWHILE'));
}

function record(tx: Tx, subjectId: string, facts: Readonly<Record<string, string>>): void {
  tx.record({ subjectKind: 'meeting', subjectId, facts });
}

function toDecision(row: DecisionRow, today: Day): Decision {
  const { done_on: doneOn, outcome, due_on: dueOn } = row;
  return {
    id: row.id,
    meeting: { id: row.meeting_id, title: row.title, day: row.day },
    what: row.what,
    owner: row.owner,
    agencyId: row.agency_id,
    agencyShortName: row.short_name,
    dueOn,
    done: doneOn === null || outcome === null ? null : { on: doneOn, outcome },
    overdue: doneOn === null && dueOn !== null && dueOn < today,
  };
}
