import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'node:test';
import { type EmbeddedDatabase, startEmbedded } from '../start-embedded.ts';

export interface ScratchFolder {
  base: string;
  dataFolder: string;
}

/** A data folder of its own for each test of a suite, removed after it. */
export function useScratchFolder(): ScratchFolder {
  const scratch: ScratchFolder = { base: '', dataFolder: '' };
  beforeEach(() => {
    scratch.base = mkdtempSync(join(tmpdir(), 'balairung-embedded-'));
    // As root the database runs as somebody else, who must be able to get there.
    chmodSync(scratch.base, 0o711);
    scratch.dataFolder = join(scratch.base, 'data');
  });
  afterEach(() => rmSync(scratch.base, { recursive: true, force: true, maxRetries: 10 }));
  return scratch;
}

/** Starts the database for the time of `use`. */
export async function withEmbedded<T>(
  dataFolder: string,
  use: (database: EmbeddedDatabase) => Promise<T>,
): Promise<T> {
  const database = await startEmbedded({ dataFolder });
  try {
    return await use(database);
  } finally {
    await database.stop();
  }
}
