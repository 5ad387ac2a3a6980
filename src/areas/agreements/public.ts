import type { Tx } from '#platform/database/transaction.ts';
import type { AgreementPromise } from './contract.ts';
import { listPromiseRows } from './parts/parts-store.ts';
import { termOf, toPromise } from './read-agreements.ts';
import type { TermedPromise } from './rules/promise-on-day.ts';
import { listAgreementRows } from './store.ts';

export { findPaperFile } from './parts/papers.ts';
export { getAgreement, listAgreements, listDueAgreements } from './read-agreements.ts';
export { signAgreement } from './conclude-agreement.ts';

/** What an agency promised, the agreement in which it did, and that agreement's term. */
export interface PromiseInTerm extends TermedPromise, AgreementPromise {
  readonly agreementId: string;
}

/** The promises of signed agreements whose term shares a day with this stretch; two statements. */
export async function listPromisesInTerm(
  tx: Tx,
  mallId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<PromiseInTerm[]> {
  const agreements = (await listAgreementRows(tx, mallId, null))
    .filter(({ state, signed_on }) => state !== 'draft' && signed_on !== null)
    .filter(({ begins_on }) => (begins_on ?? from) <= until)
    .filter(({ ends_on, ended_on }) => (ended_on ?? ends_on ?? until) >= from);
  if (agreements.length === 0) return [];
  const terms = new Map(agreements.map((row) => [row.id, termOf(row)]));
  const rows = await listPromiseRows(tx, mallId, [...terms.keys()]);
  return rows.map((row) => ({
    agreementId: row.agreement_id,
    agencyId: row.agency_id,
    ...terms.get(row.agreement_id)!,
    ...toPromise(row),
  }));
}
