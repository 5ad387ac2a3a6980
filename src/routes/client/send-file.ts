import { ORPCError } from '@orpc/client';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { refusalOf, type BrowserApi } from './api.ts';

/** Small enough that a slow line brings each part before the server's patience ends. */
const PART_BYTES = 1_000_000;
const TRIES_MAX = 5;
const PAUSE_MS = 1_000;

/**
 * Hands a file in, part by part; after a broken line it goes on where the server says that it stands.
 * @param onProgress with the share that has arrived, 0 to 1
 * @returns the id of the upload, now whole
 * @throws ORPCError with the refusal; anything else when the line does not come back
 */
export async function sendFile(
  api: BrowserApi,
  file: File,
  onProgress: (share: number) => void,
): Promise<string> {
  const { uploadId } = await api.uploads.beginUpload({ name: file.name.slice(0, 200), sizeBytes: file.size });
  let offset = 0;
  let failures = 0;
  while (offset < file.size) {
    try {
      offset = await putPart(uploadId, offset, file.slice(offset, offset + PART_BYTES));
      failures = 0;
      onProgress(offset / file.size);
    } catch (error) {
      failures += 1;
      if (error instanceof ORPCError || failures >= TRIES_MAX) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * failures));
      offset = await standOf(api, uploadId, offset);
    }
  }
  return uploadId;
}

/**
 * Why a PDF was not taken. A file of no known type is refused on its way in: where only PDF is wanted that means the same as
 * a file of another.
 */
export function pdfRefusalOf(error: unknown, name: string): BareRefusal {
  const no = refusalOf(error);
  return no.refused === 'FILE_TYPE_REFUSED' ? { refused: 'SCAN_NOT_PDF', facts: { name } } : no;
}

/** Where the upload stands; while nobody answers, where we believe that it does. */
async function standOf(api: BrowserApi, uploadId: string, believed: number): Promise<number> {
  try {
    return (await api.uploads.getUpload({ uploadId })).offset;
  } catch (error) {
    if (error instanceof ORPCError) throw error;
    return believed;
  }
}

async function putPart(uploadId: string, offset: number, part: Blob): Promise<number> {
  const response = await fetch(`/files/uploads/${uploadId}?offset=${offset}`, { method: 'PUT', body: part });
  const answer = (await response.json()) as { offset?: number; code?: string };
  if (response.ok && answer.offset !== undefined) return answer.offset;
  const code = answer.code ?? 'FAULT';
  // Another part of ours arrived, or is arriving still: asked again where it stands.
  if (code === 'OFFSET_MISMATCH' || code === 'UPLOAD_BUSY') throw new Error(code);
  throw new ORPCError(code, { defined: true, status: response.status });
}
