import type { StaffActor } from '#platform/contract/access.ts';
import { refused, type CallContext } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { recordStoredFile, type StoredFile } from '#platform/files/stored-files.ts';
import type { Uploads } from '#platform/files/uploads.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';

/** A scan of forty pages in colour. */
const PDF_BYTES_MAX = 50_000_000;

/** Where files arrive. @throws Error where the program was put together without it */
export function uploadsOf({ uploads }: Pick<CallContext, 'uploads'>): Uploads {
  if (uploads === undefined) throw new Error('files are handed in where nobody takes them');
  return uploads;
}

/**
 * Takes a PDF that somebody handed in into the mall's files.
 * Refusals: SCAN_NOT_PDF (`name`), FILE_TOO_LARGE, and those of an upload.
 */
export async function takePdf(
  context: Pick<CallContext, 'uploads'> & { readonly tx: Tx },
  staff: StaffActor,
  uploadId: string,
): Promise<StoredFile> {
  const door = uploadsOf(context);
  const key = { id: uploadId, owner: staff.id };
  const upload = await door.find(key);
  if (isRefusal(upload)) return refused(upload);
  if (upload.sizeBytes > PDF_BYTES_MAX) refused(refuse('FILE_TOO_LARGE'));
  const content = await door.finish(key);
  if (isRefusal(content)) return refused(content);
  if (content.mediaType !== 'application/pdf') refused(refuse('SCAN_NOT_PDF', { name: upload.name }));
  return recordStoredFile(context.tx, staff.mallId, { ...content, name: upload.name });
}
