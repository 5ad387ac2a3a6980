import { listServices } from '#areas/services/public.ts';
import { takePdf } from '#areas/uploads/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused, type CallContext } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { findStoredFile, forgetStoredFile } from '#platform/files/stored-files.ts';
import { newId } from '#platform/random/ids.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { StudyFigures } from './contract.ts';
import { freshFigures, holdStudy } from './hold-study.ts';
import { PartContent } from './parts-contract.ts';
import { readStudy } from './read-study.ts';
import { PARTS_MAX } from './rules/chapters.ts';
import {
  countParts,
  deletePart,
  findPartRow,
  insertPart,
  listPartRows,
  lockStudyRow,
  updatePart,
  updateStudyRow,
} from './store.ts';

/** Refusals: those of `holdStudy`. */
export async function saveFigures(
  tx: Tx,
  staff: StaffActor,
  { version, figures }: { readonly version: number; readonly figures: StudyFigures },
): Promise<{ version: number }> {
  const row = await holdStudy(tx, staff, version);
  tx.record({ subjectKind: 'study', subjectId: staff.mallId, facts: { name: figures.title } });
  return updateStudyRow(tx, row, { figures });
}

export interface PartWish {
  readonly part: { readonly id: string; readonly version: number } | null;
  readonly content: PartContent;
  readonly uploadId: string | null;
}

/**
 * Writes one part, new or as it is from now on.
 * Refusals: STUDY_CONCLUDED, PART_UNKNOWN, CHANGED_MEANWHILE, PARTS_ENOUGH (`limit`), CHAPTER_TWICE, CRITERION_UNKNOWN, SERVICE_UNKNOWN,
 * EVIDENCE_AHEAD for evidence of a day that has not come, and those of taking a PDF.
 */
export async function savePart(
  context: Pick<CallContext, 'uploads'> & { readonly tx: Tx },
  staff: StaffActor,
  { part, content, uploadId }: PartWish,
): Promise<{ partId: string }> {
  const { tx } = context;
  const { mallId } = staff;
  await holdStudy(tx, staff);
  const former = part === null ? undefined : await findPartRow(tx, mallId, part.id);
  if (part !== null && former?.kind !== content.kind) refused(refuse('PART_UNKNOWN'));
  if (former !== undefined && former.version !== part?.version) refused(refuse('CHANGED_MEANWHILE'));
  const limit = PARTS_MAX[content.kind];
  if (
    former === undefined &&
    content.kind !== 'chapter' &&
    (await countParts(tx, mallId, content.kind)) >= limit
  )
    refused(refuse('PARTS_ENOUGH', { limit }));
  await refuseWrong(tx, staff, content);
  const file =
    uploadId === null || content.kind !== 'evidence' ? undefined : await takePdf(context, staff, uploadId);
  const id = former?.id ?? newId();
  const write =
    former === undefined
      ? insertPart(tx, mallId, { id, content, fileId: file?.id ?? null })
      : updatePart(tx, mallId, { id, content, version: former.version + 1, fileId: file?.id });
  await refuseBroken(write, (constraint) =>
    constraint === 'study_chapter_once' ? refuse('CHAPTER_TWICE') : undefined,
  );
  if (file !== undefined && former?.file_id) await forgetStoredFile(tx, mallId, former.file_id);
  tx.record({
    subjectKind: 'study',
    subjectId: mallId,
    facts: { part: content.kind, name: nameOf(content) },
  });
  return { partId: id };
}

/** Refusals: STUDY_CONCLUDED, PART_UNKNOWN. */
export async function removePart(tx: Tx, staff: StaffActor, partId: string): Promise<{ partId: string }> {
  const { mallId } = staff;
  await holdStudy(tx, staff);
  const row = (await findPartRow(tx, mallId, partId)) ?? refused(refuse('PART_UNKNOWN'));
  await deletePart(tx, mallId, partId);
  if (row.file_id !== null) await forgetStoredFile(tx, mallId, row.file_id);
  const content = PartContent.parse(row.content);
  tx.record({
    subjectKind: 'study',
    subjectId: mallId,
    facts: { part: content.kind, name: nameOf(content) },
  });
  return { partId };
}

/** Refusals: those of `holdStudy`, STUDY_INCOMPLETE (`problems`: chapters that lack something). */
export async function concludeStudy(
  tx: Tx,
  staff: StaffActor,
  version: number,
): Promise<{ version: number }> {
  const row = await holdStudy(tx, staff, version);
  const { results } = await readStudy(tx, { id: staff.mallId, timeZone: staff.timeZone });
  const problems = results.chapters.filter(({ lacks }) => lacks.length > 0).length;
  if (problems > 0) refused(refuse('STUDY_INCOMPLETE', { problems }));
  const concludedOn = dayAt(tx.now.getTime(), staff.timeZone);
  tx.record({ subjectKind: 'study', subjectId: staff.mallId, facts: { until: concludedOn } });
  return updateStudyRow(tx, row, { concludedOn });
}

/** Refusals: CHANGED_MEANWHILE, STUDY_OPEN. */
export async function reopenStudy(
  tx: Tx,
  { mallId }: StaffActor,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<{ version: number }> {
  const row = await lockStudyRow(tx, mallId, freshFigures(tx));
  if (row.concluded_on === null) refused(refuse('STUDY_OPEN'));
  if (row.version !== version) refused(refuse('CHANGED_MEANWHILE'));
  tx.record({ subjectKind: 'study', subjectId: mallId, facts: { why: reason } });
  return updateStudyRow(tx, row, { concludedOn: null });
}

/** The minutes of a discussion, for who keeps the study. */
export async function findEvidenceFile(tx: Tx, mallId: string, partId: string) {
  const { actor } = tx;
  if (actor.kind !== 'staff' || (actor.role !== 'manager' && actor.role !== 'administrator'))
    return undefined;
  const fileId = (await findPartRow(tx, mallId, partId))?.file_id ?? null;
  return fileId === null ? undefined : findStoredFile(tx, mallId, fileId);
}

async function refuseWrong(tx: Tx, { mallId, timeZone }: StaffActor, content: PartContent): Promise<void> {
  if (content.kind === 'evidence' && content.day > dayAt(tx.now.getTime(), timeZone))
    refused(refuse('EVIDENCE_AHEAD'));
  if (content.kind === 'service' && content.serviceId !== null) {
    const services = await listServices(tx, mallId);
    if (!services.some(({ id }) => id === content.serviceId)) refused(refuse('SERVICE_UNKNOWN'));
  }
  if (content.kind !== 'location') return;
  const known = new Set(
    (await listPartRows(tx, mallId)).filter(({ kind }) => kind === 'criterion').map(({ id }) => id),
  );
  if (Object.keys(content.scores).some((id) => !known.has(id))) refused(refuse('CRITERION_UNKNOWN'));
}

function nameOf(content: PartContent): string {
  switch (content.kind) {
    case 'chapter':
      return content.chapter;
    case 'evidence':
      return content.title;
    case 'money':
    case 'criterion':
      return content.label;
    case 'service':
    case 'location':
      return content.name;
  }
}
