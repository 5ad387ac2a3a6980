import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '#platform/random/ids.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';
import { isErrorCode, moveIntoPlace, syncFolder } from './durable.ts';
import { TypeProbe, type MediaType } from './media-type.ts';

export interface StoredContent {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: MediaType;
}

/** Nobody writes at one file for so long. */
const LEFT_MS = 3_600_000;

export type FileRefusal = Refusal<'FILE_TOO_LARGE' | 'FILE_EMPTY' | 'FILE_TYPE_REFUSED'>;

export interface FileToKeep {
  /** Only tells CSV from other text; it never becomes a path. */
  readonly name: string;
  readonly bytesMax: number;
  /** Other types than these are refused; all that may be stored unless told. */
  readonly types?: readonly MediaType[] | undefined;
}

export interface FileStore {
  /** Stores what the source gives. Refusals: FILE_TOO_LARGE, FILE_EMPTY, FILE_TYPE_REFUSED; nothing stays of those. */
  put(source: AsyncIterable<Uint8Array>, file: FileToKeep): Promise<StoredContent | FileRefusal>;
  /** The content as a stream, or the bytes `start` to `end` of it, both included; undefined when it is not here. */
  openContent(sha256: string, range?: { start: number; end: number }): Promise<Readable | undefined>;
}

/**
 * Contents on the disk under their own SHA-256 (`ab/cd/abcd…`): the same file twice lies there once. A content appears
 * by one rename after its bytes are on the disk, so there is never half a file under a name.
 * @param options.folder `<data>/files`; made when absent, and cleared of what an earlier process left half written
 */
export async function createFileStore({ folder }: { folder: string }): Promise<FileStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await removeLeft(incoming);

  return {
    async put(source, { name, bytesMax, types }) {
      const path = join(incoming, newId());
      try {
        const found = await receive(path, source, name, bytesMax);
        if (found === undefined) return refuse('FILE_TOO_LARGE', { bytesMax });
        const { sha256, sizeBytes, mediaType } = found;
        if (sizeBytes === 0) return refuse('FILE_EMPTY');
        if (mediaType === undefined || types?.includes(mediaType) === false)
          return refuse('FILE_TYPE_REFUSED');
        const place = placeOf(folder, sha256);
        await makeFolders(folder, place);
        // The same content twice at once: both renames leave the very same bytes.
        await moveIntoPlace(path, place);
        return { sha256, sizeBytes, mediaType };
      } finally {
        // Gone already when it found its place.
        await rm(path, { force: true });
      }
    },

    async openContent(sha256, range) {
      const place = placeOf(folder, sha256);
      try {
        await stat(place);
      } catch (error) {
        if (isErrorCode(error, 'ENOENT')) return undefined;
        throw error;
      }
      return createReadStream(place, range);
    },
  };
}

/** Only what is old: another process that shares the folder may be writing there. */
async function removeLeft(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > LEFT_MS) await rm(path, { force: true });
  }
}

/** @throws RangeError for anything but a SHA-256: the only text that ever becomes part of a path */
function placeOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256 in hexadecimal');
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function makeFolders(folder: string, place: string): Promise<void> {
  const inner = dirname(place);
  const first = await mkdir(inner, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  await syncFolder(dirname(inner));
  await syncFolder(folder);
}

/** Writes the source to the disk and tells what it was; undefined when it gave more than the bound. */
async function receive(path: string, source: AsyncIterable<Uint8Array>, name: string, bytesMax: number) {
  const hash = createHash('sha256');
  const probe = new TypeProbe(name);
  const handle = await open(path, 'wx', 0o600);
  try {
    let sizeBytes = 0;
    for await (const chunk of source) {
      sizeBytes += chunk.length;
      if (sizeBytes > bytesMax) return undefined;
      hash.update(chunk);
      probe.add(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
    return { sha256: hash.digest('hex'), sizeBytes, mediaType: probe.finish() };
  } finally {
    await handle.close();
  }
}
