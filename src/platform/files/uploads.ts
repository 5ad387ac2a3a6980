import { mkdir } from 'node:fs/promises';
import { newId } from '#platform/random/ids.ts';
import { isRefusal, refuse, type Refusal } from '#platform/values/refusal.ts';
import type { FileRefusal, FileStore, StoredContent } from './file-store.ts';
import type { MediaType } from './media-type.ts';
import { UploadFolder, type UploadPlan } from './upload-folder.ts';

export interface UploadState {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** How many bytes are here for good: the sender goes on from there. */
  readonly offset: number;
}

/** An upload belongs to who began it; everybody else is told that there is none. */
export interface UploadKey {
  readonly id: string;
  readonly owner: string;
}

type Unknown = Refusal<'UPLOAD_UNKNOWN'>;
type Busy = Refusal<'UPLOAD_BUSY'>;

export interface Uploads {
  /** Refusals: FILE_TOO_LARGE and FILE_EMPTY, by the announced size. */
  begin(file: { name: string; sizeBytes: number; owner: string }): Promise<UploadState | FileRefusal>;
  find(key: UploadKey): Promise<UploadState | Unknown>;
  /**
   * Adds bytes at an offset, which must be where the upload stands. What arrived before a broken line is kept, and the
   * break is thrown on. Refusals: OFFSET_MISMATCH (`offset` says the right one), UPLOAD_BUSY (another request adds),
   * FILE_TOO_LARGE (more than announced; nothing of this request stays).
   */
  append(
    key: UploadKey,
    offset: number,
    source: AsyncIterable<Uint8Array>,
  ): Promise<UploadState | Unknown | Busy | Refusal<'OFFSET_MISMATCH' | 'FILE_TOO_LARGE'>>;
  /** Stores a whole upload; asked twice it answers the same. Refusals: UPLOAD_INCOMPLETE, and those of the store. */
  finish(
    key: UploadKey,
  ): Promise<StoredContent | Unknown | Busy | FileRefusal | Refusal<'UPLOAD_INCOMPLETE'>>;
  /** Removes what nobody went on with for 24 hours; returns how many. */
  removeAbandoned(): Promise<number>;
}

export interface UploadOptions {
  /** On the same disk as the store. */
  readonly folder: string;
  readonly store: FileStore;
  readonly bytesMax: number;
  /** What may be handed in here. */
  readonly types?: readonly MediaType[];
  /** Epoch milliseconds; only the age of what lies here is measured by it. */
  readonly now?: () => number;
}

const ABANDONED_MS = 24 * 3_600_000;

/** Uploads that go on after a broken line or a restart: begin, append at the offset, finish. */
export async function createUploads(options: UploadOptions): Promise<Uploads> {
  const { folder, store, bytesMax, types, now = Date.now } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const disk = new UploadFolder(folder);
  const busy = new Set<string>();

  const stateOf = async (id: string, { name, sizeBytes, stored }: UploadPlan): Promise<UploadState> => ({
    ...{ id, name, sizeBytes },
    offset: stored ? sizeBytes : await disk.sizeOf(id),
  });

  /** Work on an upload of this owner while no other request touches its bytes. */
  async function alone<T>({ id, owner }: UploadKey, work: (plan: UploadPlan) => Promise<T>) {
    if (busy.has(id)) return refuse('UPLOAD_BUSY');
    busy.add(id);
    try {
      const plan = await disk.findPlan(id);
      return plan?.owner === owner ? await work(plan) : refuse('UPLOAD_UNKNOWN');
    } finally {
      busy.delete(id);
    }
  }

  return {
    async begin(file) {
      if (file.sizeBytes > bytesMax) return refuse('FILE_TOO_LARGE', { bytesMax });
      if (!(file.sizeBytes > 0)) return refuse('FILE_EMPTY');
      const id = newId();
      await disk.add(id, { name: file.name, sizeBytes: file.sizeBytes, owner: file.owner });
      return { id, name: file.name, sizeBytes: file.sizeBytes, offset: 0 };
    },

    async find({ id, owner }) {
      const plan = await disk.findPlan(id);
      return plan?.owner === owner ? stateOf(id, plan) : refuse('UPLOAD_UNKNOWN');
    },

    append: (key, offset, source) =>
      alone(key, async (plan) => {
        const before = await stateOf(key.id, plan);
        if (before.offset !== offset) return refuse('OFFSET_MISMATCH', { offset: before.offset });
        const fits = await disk.append(key.id, plan.sizeBytes, source);
        return fits ? stateOf(key.id, plan) : refuse('FILE_TOO_LARGE', { bytesMax: plan.sizeBytes });
      }),

    finish: (key) =>
      alone(key, async (plan) => {
        if (plan.stored) return plan.stored;
        const { offset } = await stateOf(key.id, plan);
        if (offset < plan.sizeBytes)
          return refuse('UPLOAD_INCOMPLETE', { offset, sizeBytes: plan.sizeBytes });
        const stored = await store.put(disk.read(key.id), { name: plan.name, bytesMax, types });
        if (isRefusal(stored)) await disk.remove(key.id);
        else await disk.keepAnswer(key.id, { ...plan, stored });
        return stored;
      }),

    async removeAbandoned() {
      const left = await disk.listUntouched(now() - ABANDONED_MS);
      const idle = left.filter((id) => !busy.has(id));
      for (const id of idle) await disk.remove(id);
      return idle.length;
    },
  };
}
