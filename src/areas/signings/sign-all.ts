import { signAgreement } from '#areas/agreements/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { holdSigning, type Seen } from './plan-signing.ts';
import { listToBeSigned, toEntry } from './read-signing.ts';
import { updateSigning } from './store.ts';

/**
 * Puts down the signatures of every agreement that is ready, in the order of the ceremony; all of them or, where one is
 * refused after all, none.
 * Refusals: SIGNING_UNKNOWN, CHANGED_MEANWHILE, SIGNED_AHEAD before the day, NONE_READY, and those of signing.
 */
export async function signAllReady(
  tx: Tx,
  staff: StaffActor,
  seen: Seen,
): Promise<{ version: number; signed: number }> {
  const row = await holdSigning(tx, staff, seen);
  if (row.day > dayAt(tx.now.getTime(), staff.timeZone)) refused(refuse('SIGNED_AHEAD'));
  const ready = (await listToBeSigned(tx, staff, row)).filter((agreement) => toEntry(agreement).ready);
  if (ready.length === 0) refused(refuse('NONE_READY'));
  for (const { id, version } of ready)
    await signAgreement(tx, staff, {
      ...{ agreementId: id, version, signedOn: row.day, signedAt: row.place },
    });
  tx.record({
    subjectKind: 'signing',
    subjectId: row.id,
    facts: { name: row.title, day: row.day, count: ready.length },
  });
  return { ...(await updateSigning(tx, row)), signed: ready.length };
}
