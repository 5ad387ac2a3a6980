import { takePdf } from '#areas/uploads/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused, type CallContext } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { findStoredFile, forgetStoredFile } from '#platform/files/stored-files.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { PaperKind } from '../contract.ts';
import { deletePaper, findPaperRow, insertPaper, listPaperRows, listPartyRows } from './parts-store.ts';
import { lockAgreementRow } from '../store.ts';

const PAPERS_MAX = 60;

/**
 * Puts a paper that was handed in with its agreement.
 * Refusals: AGREEMENT_UNKNOWN, PAPERS_ENOUGH (`limit`), and those of taking a PDF.
 */
export async function addPaper(
  context: Pick<CallContext, 'uploads'> & { readonly tx: Tx },
  staff: StaffActor,
  wish: { readonly agreementId: string; readonly uploadId: string; readonly kind: PaperKind },
): Promise<{ paperId: string }> {
  const { tx } = context;
  const { mallId } = staff;
  const row = (await lockAgreementRow(tx, mallId, wish.agreementId)) ?? refused(refuse('AGREEMENT_UNKNOWN'));
  if ((await listPaperRows(tx, row)).length >= PAPERS_MAX)
    refused(refuse('PAPERS_ENOUGH', { limit: PAPERS_MAX }));
  const file = await takePdf(context, staff, wish.uploadId);
  const paperId = newId();
  await insertPaper(tx, row, { id: paperId, kind: wish.kind, fileId: file.id });
  tx.record({
    subjectKind: 'agreement',
    subjectId: row.id,
    facts: { name: row.title, paper: file.name, kind: wish.kind },
  });
  return { paperId };
}

/** Refusals: PAPER_UNKNOWN, also when it was taken out before. */
export async function removePaper(
  tx: Tx,
  { mallId }: StaffActor,
  paperId: string,
): Promise<{ paperId: string }> {
  const paper = (await findPaperRow(tx, mallId, paperId)) ?? refused(refuse('PAPER_UNKNOWN'));
  await deletePaper(tx, mallId, paperId);
  await forgetStoredFile(tx, mallId, paper.file_id);
  tx.record({
    subjectKind: 'agreement',
    subjectId: paper.agreement_id,
    facts: { paper: paper.name, kind: paper.kind },
  });
  return { paperId };
}

/** The file of a paper, for who keeps agreements and for the heads of agencies that are party to it. */
export async function findPaperFile(tx: Tx, mallId: string, paperId: string) {
  const { actor } = tx;
  if (actor.kind !== 'staff' || actor.role === 'officer') return undefined;
  const paper = await findPaperRow(tx, mallId, paperId);
  if (paper === undefined) return undefined;
  if (actor.agencyId !== null) {
    const parties = await listPartyRows(tx, { mall_id: mallId, id: paper.agreement_id });
    if (!parties.some(({ agency_id }) => agency_id === actor.agencyId)) return undefined;
  }
  return findStoredFile(tx, mallId, paper.file_id);
}
