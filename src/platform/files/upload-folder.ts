import { createReadStream } from 'node:fs';
import { open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '#platform/values/id.ts';
import { isErrorCode, moveIntoPlace } from './durable.ts';
import type { StoredContent } from './file-store.ts';

/** What is known of an upload besides its bytes. */
export interface UploadPlan {
  readonly name: string;
  readonly sizeBytes: number;
  readonly owner: string;
  /** Once stored: kept for whoever lost the answer. */
  readonly stored?: StoredContent;
}

/** Uploads on the disk: `<id>.json` says what is to come, `<id>.part` holds what came. Nothing is in memory. */
export class UploadFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** An id is the only text of a sender that comes near a path, and only a UUID does. */
  async findPlan(id: string): Promise<UploadPlan | undefined> {
    if (!isUuid(id)) return undefined;
    try {
      return JSON.parse(await readFile(this.#planPath(id), 'utf8')) as UploadPlan;
    } catch (error) {
      if (isErrorCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  /** Of a plan that could not be written whole nothing stays. */
  async add(id: string, plan: UploadPlan): Promise<void> {
    try {
      await writeFile(this.#partPath(id), '', { flag: 'wx', mode: 0o600 });
      await this.#writePlan(id, plan);
    } catch (error) {
      await this.remove(id);
      throw error;
    }
  }

  async sizeOf(id: string): Promise<number> {
    return (await stat(this.#partPath(id))).size;
  }

  /**
   * Adds what the source gives, at most up to `sizeBytes` in all, and puts it on the disk. What came before the source
   * broke off stays; after a failing disk, or when more came than announced, the part is as it was before.
   * @returns false when more came than announced
   */
  async append(id: string, sizeBytes: number, source: AsyncIterable<Uint8Array>): Promise<boolean> {
    const before = await this.sizeOf(id);
    const handle = await open(this.#partPath(id), 'a');
    let size = before;
    let undo = false;
    try {
      for await (const chunk of source) {
        size += chunk.length;
        undo = true;
        if (size > sizeBytes) return false;
        await handle.writeFile(chunk);
        undo = false;
      }
      return true;
    } finally {
      if (!undo) await handle.sync();
      await handle.close();
      if (undo) await truncate(this.#partPath(id), before);
    }
  }

  read(id: string): AsyncIterable<Uint8Array> {
    return createReadStream(this.#partPath(id));
  }

  /** The bytes are in the store now; what stays until it is abandoned is the answer. */
  async keepAnswer(id: string, plan: UploadPlan): Promise<void> {
    await this.#writePlan(id, plan);
    await rm(this.#partPath(id), { force: true });
  }

  async remove(id: string): Promise<void> {
    for (const path of [this.#partPath(id), this.#planPath(id), `${this.#planPath(id)}.new`])
      await rm(path, { force: true });
  }

  /** Uploads of which nothing was written since `before` (epoch milliseconds). */
  async listUntouched(before: number): Promise<string[]> {
    const touchedAt = new Map<string, number>();
    for (const file of await readdir(this.#folder)) {
      const id = file.slice(0, file.indexOf('.'));
      const { mtimeMs } = await stat(join(this.#folder, file));
      touchedAt.set(id, Math.max(touchedAt.get(id) ?? 0, mtimeMs));
    }
    return [...touchedAt].filter(([id, at]) => isUuid(id) && at < before).map(([id]) => id);
  }

  async #writePlan(id: string, plan: UploadPlan): Promise<void> {
    const draft = `${this.#planPath(id)}.new`;
    await writeFile(draft, JSON.stringify(plan), { mode: 0o600, flush: true });
    await moveIntoPlace(draft, this.#planPath(id));
  }

  #partPath(id: string): string {
    return join(this.#folder, `${id}.part`);
  }

  #planPath(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
