import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { refuseBackwards } from './draft-agreement.ts';
import { holdAgreement, movedTo, refusePromisedTwice, type Seen } from './hold-agreement.ts';
import { listPartyRows } from './parts/parts-store.ts';
import { toParty } from './read-agreements.ts';
import { findUnauthorised, PARTIES_MIN } from './rules/signature.ts';
import { lockSignedAddenda, updateAgreement } from './store.ts';
import { countOpenParties } from './verdicts/tell-verdict.ts';

/**
 * Sends a draft to its parties, notes that all have agreed, or opens it again for writing.
 * Refusals: those of `holdAgreement`, PARTIES_FEW, PARTIES_OPEN (`parties`: those that have not agreed in this round).
 */
export async function moveOn(
  tx: Tx,
  staff: StaffActor,
  { act, ...seen }: Seen & { readonly act: 'send' | 'agree' | 'reopen' },
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, seen, act);
  const state = movedTo(row, act);
  if (act === 'send' && (await listPartyRows(tx, row)).length < PARTIES_MIN)
    refused(refuse('PARTIES_FEW', { limit: PARTIES_MIN }));
  const open = act === 'agree' ? await countOpenParties(tx, row) : 0;
  if (open > 0) refused(refuse('PARTIES_OPEN', { parties: open }));
  tx.record({ subjectKind: 'agreement', subjectId: row.id, facts: { name: row.title, mode: act } });
  return updateAgreement(tx, row, act === 'send' ? { state, round: row.round + 1 } : { state });
}

/**
 * Puts down that all parties have signed. One that was agreed here is signed today; one that was never sent around is a
 * record of paper signed before, so its day lies in the past or is today too. Without a first day it holds from then on.
 * Refusals: those of `holdAgreement`, PARTIES_FEW, AUTHORITY_MISSING, POWER_MISSING (`name`), SIGNED_AHEAD,
 * TERM_ENDS_FIRST, PROMISED_TWICE.
 */
export async function signAgreement(
  tx: Tx,
  staff: StaffActor,
  { signedOn, signedAt, ...seen }: Seen & { readonly signedOn: string; readonly signedAt: string },
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, seen, 'sign');
  if (signedOn > dayAt(tx.now.getTime(), staff.timeZone)) refused(refuse('SIGNED_AHEAD'));
  const no = findUnauthorised((await listPartyRows(tx, row)).map(toParty));
  if (no !== undefined) refused(no);
  const beginsOn = row.begins_on ?? signedOn;
  refuseBackwards({ beginsOn, endsOn: row.ends_on });
  await updateAgreement(tx, row, { begins_on: beginsOn });
  await refusePromisedTwice(tx, row);
  const change = { state: movedTo(row, 'sign'), signed_on: signedOn, signed_at: signedAt };
  // Two that are signed at the same moment do not see each other above: the constraint lets the first have it.
  const next = await refuseBroken(updateAgreement(tx, row, change), (constraint) =>
    constraint === 'promise_apart' ? refuse('PROMISED_TWICE') : undefined,
  );
  tx.record({
    subjectKind: 'agreement',
    subjectId: row.id,
    facts: { name: row.title, day: signedOn, place: signedAt },
  });
  return next;
}

/**
 * Ends a signed agreement before its term, and its addenda with it; what they promise holds to that day.
 * Refusals: those of `holdAgreement`, ENDED_OUTSIDE for a day before its first, after its last, or before an addendum
 * that is signed already begins.
 */
export async function endAgreement(
  tx: Tx,
  staff: StaffActor,
  {
    endedOn,
    reason,
    handOver,
    ...seen
  }: Seen & { readonly endedOn: string; readonly reason: string; readonly handOver: string },
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, seen, 'end');
  const outside = endedOn < (row.begins_on ?? endedOn) || endedOn > (row.ends_on ?? endedOn);
  if (outside) refused(refuse('ENDED_OUTSIDE'));
  const change = {
    state: movedTo(row, 'end'),
    ended_on: endedOn,
    ended_reason: reason,
    hand_over: handOver === '' ? null : handOver,
  };
  for (const addendum of await lockSignedAddenda(tx, row)) {
    if ((addendum.begins_on ?? endedOn) > endedOn) refused(refuse('ENDED_OUTSIDE'));
    await updateAgreement(tx, addendum, change);
  }
  tx.record({
    subjectKind: 'agreement',
    subjectId: row.id,
    facts: { name: row.title, until: endedOn, why: reason },
  });
  return updateAgreement(tx, row, change);
}
