import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import type { StoredContent } from './file-store.ts';
import type { MediaType } from './media-type.ts';

const NAME_LENGTH_MAX = 200;

export interface StoredFile extends StoredContent {
  readonly id: string;
  readonly name: string;
}

/** Writes down that the mall keeps this content under this name. Two rows may name one content. */
export async function recordStoredFile(
  tx: Tx,
  mallId: string,
  { name, ...content }: StoredContent & { readonly name: string },
): Promise<StoredFile> {
  const file = { ...content, id: newId(), name: name.slice(0, NAME_LENGTH_MAX).toWellFormed() };
  await tx.db
    .insertInto('stored_file')
    .values({
      mall_id: mallId,
      id: file.id,
      sha256: file.sha256,
      size_bytes: file.sizeBytes,
      media_type: file.mediaType,
      name: file.name,
      created_at: tx.now,
      created_by: tx.actor.id,
    })
    .execute();
  tx.record({ mallId, subjectKind: 'file', subjectId: file.id, facts: { mediaType: file.mediaType } });
  return file;
}

/** A file of this mall; another mall's is not found. */
export async function findStoredFile(tx: Tx, mallId: string, id: string): Promise<StoredFile | undefined> {
  const row = await tx.db
    .selectFrom('stored_file')
    .select(['id', 'sha256', 'size_bytes', 'media_type', 'name'])
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    name: row.name,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    // The table's own check allows no other.
    mediaType: row.media_type as MediaType,
  };
}

/**
 * The mall no longer keeps it under this name. Its content stays on the disk: another mall or an older backup may name it.
 */
export async function forgetStoredFile(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('stored_file').where('mall_id', '=', mallId).where('id', '=', id).execute();
}
