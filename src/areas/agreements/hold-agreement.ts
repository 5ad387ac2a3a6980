import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import { moveAgreement, type AgreementAct, type AgreementState } from './rules/agreement-states.ts';
import { findPromisedTwice } from './rules/promised-places.ts';
import { listPromisedWeekdays, lockAgreementRow, type AgreementRow } from './store.ts';

/** The agreement that a command is about, and the version of it that was read. */
export interface Seen {
  readonly agreementId: string;
  readonly version: number;
}

/**
 * Takes the agreement for a change: nobody else writes it or its parts until the transaction ends.
 * Refusals: AGREEMENT_UNKNOWN, CHANGED_MEANWHILE, AGREEMENT_STATE.
 */
export async function holdAgreement(
  tx: Tx,
  { mallId }: Pick<StaffActor, 'mallId'>,
  { agreementId, version }: Seen,
  act: AgreementAct,
): Promise<AgreementRow> {
  const row = (await lockAgreementRow(tx, mallId, agreementId)) ?? refused(refuse('AGREEMENT_UNKNOWN'));
  movedTo(row, act);
  return row.version === version ? row : refused(refuse('CHANGED_MEANWHILE'));
}

/** The state that the act makes of the agreement. Refusals: AGREEMENT_STATE. */
export function movedTo(row: AgreementRow, act: AgreementAct): AgreementState {
  const next = moveAgreement(row.state as AgreementState, act);
  if (isRefusal(next)) return refused(next);
  if (next === 'gone') return row.state as AgreementState;
  return next;
}

/** Refusals: PROMISED_TWICE (`name` of the other agreement, `weekday`), as the agreement is written now. */
export async function refusePromisedTwice(tx: Tx, { mall_id, id }: AgreementRow): Promise<void> {
  const all = await listPromisedWeekdays(tx, mall_id);
  const clash = findPromisedTwice(
    all.filter(({ agreementId }) => agreementId === id),
    all.filter(({ agreementId }) => agreementId !== id),
  );
  if (clash !== undefined)
    refused(refuse('PROMISED_TWICE', { name: clash.other.title, weekday: clash.weekday }));
}
