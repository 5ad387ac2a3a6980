import { takePdf } from '#areas/uploads/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused, type CallContext } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { findStoredFile, forgetStoredFile } from '#platform/files/stored-files.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import { StageKey, type Letter, type LetterValues } from './contract.ts';
import type { LetterKind } from './rules/stages.ts';
import { checkKey } from './stage-key.ts';
import { deleteLetter, insertLetter, listLetterRows, lockStage, type LetterRow } from './store.ts';

/** A mall of many years, and still one list that can be searched in a browser. */
const LETTERS_MAX = 2000;

/**
 * Puts a decree or letter into the register.
 * Refusals: STAGE_YEAR, LETTER_TWICE (`number`), LETTERS_ENOUGH (`limit`), and those of taking a PDF.
 */
export async function addLetter(
  context: Pick<CallContext, 'uploads'> & { readonly tx: Tx },
  staff: StaffActor,
  { uploadId, ...letter }: LetterValues & { readonly uploadId: string | null },
): Promise<{ letterId: string }> {
  const { tx } = context;
  const { mallId } = staff;
  if ((await listLetterRows(tx, mallId)).length >= LETTERS_MAX)
    refused(refuse('LETTERS_ENOUGH', { limit: LETTERS_MAX }));
  if (letter.stage !== null) await lockStage(tx, mallId, checkKey(letter.stage));
  const file = uploadId === null ? null : await takePdf(context, staff, uploadId);
  const id = newId();
  await refuseBroken(insertLetter(tx, mallId, { ...letter, id, fileId: file?.id ?? null }), (constraint) =>
    constraint === 'register_letter_number'
      ? refuse('LETTER_TWICE', { number: letter.number ?? '' })
      : undefined,
  );
  tx.record({
    subjectKind: 'letter',
    subjectId: id,
    facts: { name: letter.title, ...(letter.number === null ? {} : { code: letter.number }) },
  });
  return { letterId: id };
}

/** Refusals: LETTER_UNKNOWN. */
export async function removeLetter(
  tx: Tx,
  { mallId }: Pick<StaffActor, 'mallId'>,
  letterId: string,
): Promise<{ letterId: string }> {
  const letter = (await listLetterRows(tx, mallId)).find(({ id }) => id === letterId);
  if (letter === undefined) return refused(refuse('LETTER_UNKNOWN'));
  await deleteLetter(tx, mallId, letterId);
  if (letter.file_id !== null) await forgetStoredFile(tx, mallId, letter.file_id);
  tx.record({ subjectKind: 'letter', subjectId: letterId, facts: { name: letter.title } });
  return { letterId };
}

/** The scan of a letter, for who keeps the register. */
export async function findLetterFile(tx: Tx, mallId: string, letterId: string) {
  const { actor } = tx;
  if (actor.kind !== 'staff' || (actor.role !== 'manager' && actor.role !== 'administrator'))
    return undefined;
  const letter = (await listLetterRows(tx, mallId)).find(({ id }) => id === letterId);
  const fileId = letter?.file_id ?? null;
  return fileId === null ? undefined : findStoredFile(tx, mallId, fileId);
}

export function toLetter(row: LetterRow): Letter {
  const stage =
    row.stage_kind === null ? null : StageKey.parse({ kind: row.stage_kind, year: row.stage_year });
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as LetterKind,
    number: row.number,
    day: row.day,
    title: row.title,
    issuer: row.issuer,
    stage,
    file: row.file_name === null ? null : { name: row.file_name, sizeBytes: Number(row.size_bytes) },
  };
}
