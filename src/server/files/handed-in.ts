import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { findPaperFile } from '#areas/agreements/public.ts';
import { findMediaFile } from '#areas/boards/public.ts';
import { MEDIA_BYTES_MAX, MEDIA_TYPES } from '#areas/boards/rules/media-limits.ts';
import { findLetterFile } from '#areas/establishment/public.ts';
import { findEvidenceFile } from '#areas/studies/public.ts';
import type { CallContext } from '#platform/contract/procedure.ts';
import { runTransaction } from '#platform/database/transaction.ts';
import { receivePart, sendStoredFile } from '#platform/files/file-door.ts';
import { createFileStore, type FileStore } from '#platform/files/file-store.ts';
import { createUploads, type Uploads } from '#platform/files/uploads.ts';
import type { FileDoor } from '#platform/http/file-routes.ts';
import { isUuid } from '#platform/values/id.ts';
import { refuse } from '#platform/values/refusal.ts';

export interface Files {
  readonly store: FileStore;
  readonly uploads: Uploads;
  stop(): void;
}

const SWEEP_MS = 3_600_000;

/**
 * What people handed in lies in `<data>/files`, what is still on its way in `<data>/uploads`. What nobody goes on with is
 * swept by the server and not by a job: the worker may run on another machine than the files.
 */
export async function openFiles(dataFolder: string, onSweepFault: (error: unknown) => void): Promise<Files> {
  const store = await createFileStore({ folder: join(dataFolder, 'files') });
  const uploads = await createUploads({
    ...{ folder: join(dataFolder, 'uploads'), store },
    ...{ bytesMax: MEDIA_BYTES_MAX, types: [...MEDIA_TYPES, 'application/pdf'] },
  });
  const sweep = setInterval(() => void uploads.removeAbandoned().catch(onSweepFault), SWEEP_MS);
  sweep.unref();
  return { store, uploads, stop: () => clearInterval(sweep) };
}

/** Who finds a file for who asks, by the word in its address. */
const FINDERS = {
  boards: findMediaFile,
  perjanjian: findPaperFile,
  surat: findLetterFile,
  kajian: findEvidenceFile,
} as const;

/** Bytes in and out, for whom the operations have let begin and for the screens of the same mall. */
export function createFileDoor({ store, uploads }: Files): FileDoor {
  return {
    async receive({ actor }: CallContext, { id, offset }, request: IncomingMessage) {
      if (actor.kind !== 'staff') return refuse('SIGN_IN_NEEDED');
      return receivePart(uploads, { id, owner: actor.id }, offset, request);
    },

    async send({ actor, pool }: CallContext, { kind, id }, request, response) {
      const { mallId } = actor;
      const find = Object.hasOwn(FINDERS, kind) ? FINDERS[kind as keyof typeof FINDERS] : undefined;
      if (find === undefined || mallId === null || !isUuid(id)) return false;
      const options = { actor, operation: `files.${kind}`, mode: 'read' } as const;
      const found = await runTransaction(pool, options, (tx) => find(tx, mallId, id));
      const file = found.kind === 'done' ? found.value : undefined;
      return file !== undefined && sendStoredFile(store, file, request, response);
    },
  };
}
