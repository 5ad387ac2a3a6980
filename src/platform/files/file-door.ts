import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isRefusal, refuse, type Refusal } from '#platform/values/refusal.ts';
import { downloadHeaders } from './download-headers.ts';
import type { FileStore, StoredContent } from './file-store.ts';
import { readRange } from './read-range.ts';
import type { Uploads, UploadKey } from './uploads.ts';

/**
 * Adds a request's body to an upload; with its last byte the file is stored.
 * @returns where the upload stands, or the refusal; a sender that breaks off is thrown on
 */
export async function receivePart(
  uploads: Uploads,
  key: UploadKey,
  offset: number,
  request: IncomingMessage,
): Promise<{ offset: number; done: boolean } | Refusal> {
  if (!Number.isSafeInteger(offset) || offset < 0) return refuse('OFFSET_MISMATCH', { offset: 0 });
  const state = await uploads.append(key, offset, request);
  if (isRefusal(state)) return state;
  if (state.offset < state.sizeBytes) return { offset: state.offset, done: false };
  const stored = await uploads.finish(key);
  return isRefusal(stored) ? stored : { offset: state.offset, done: true };
}

/** A content never changes under its address, so a browser that has it need not ask again: not even offline. */
const KEEP = 'private, max-age=31536000, immutable';

/**
 * Sends a stored file, whole or the range that was asked for, as players of films ask.
 * @returns false when its content is not here; nothing was written then
 */
export async function sendStoredFile(
  store: FileStore,
  file: StoredContent & { readonly name: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const range = readRange(request.headers.range, file.sizeBytes);
  const headers = { ...downloadHeaders(file), 'cache-control': KEEP, 'accept-ranges': 'bytes' };
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${file.sizeBytes}` }).end();
    return true;
  }
  const content = await store.openContent(file.sha256, range);
  if (content === undefined) return false;
  if (range === undefined) response.writeHead(200, headers);
  else
    response.writeHead(206, {
      ...headers,
      'content-length': String(range.end - range.start + 1),
      'content-range': `bytes ${range.start}-${range.end}/${file.sizeBytes}`,
    });
  // A player that jumps to another place hangs up on this one; that is no fault.
  await pipeline(content, response).catch(() => response.destroy());
  return true;
}
