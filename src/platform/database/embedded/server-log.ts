import { closeSync, fstatSync, openSync, readSync, renameSync, statSync, truncateSync } from 'node:fs';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

const LOG_BYTES_MAX = 4 * 1024 * 1024;
const LOOK_EVERY_MS = 60_000;
const TAIL_BYTES = 4_000;

/** The database's own log: `database.log`, at most 4 MB and some, and the one before it in `database.log.1`. */
export interface ServerLog {
  readonly file: string;
  /** Opens it for appending, as the standard error of a starting database; the caller closes it. */
  open(): number;
  /** The end of what was written since the last `open`. */
  tail(): string;
  /** Looks once a minute whether it has grown too large; ends with the returned function. */
  keepSmall(): () => void;
}

export function serverLog(dataFolder: string): ServerLog {
  const file = join(dataFolder, 'database.log');
  let openedAt = 0;
  return {
    file,
    open() {
      if (sizeOf(file) > LOG_BYTES_MAX / 4) renameSync(file, `${file}.1`);
      const descriptor = openSync(file, 'a', 0o600);
      openedAt = fstatSync(descriptor).size;
      return descriptor;
    },
    tail: () => readFrom(file, openedAt),
    keepSmall() {
      const watch = setInterval(() => shrink(file), LOOK_EVERY_MS);
      watch.unref();
      return () => clearInterval(watch);
    },
  };
}

/** The database holds the file open for appending: it is copied and emptied, not moved away from under it. */
function shrink(file: string): void {
  if (sizeOf(file) <= LOG_BYTES_MAX) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function readFrom(file: string, openedAt: number): string {
  const size = sizeOf(file);
  const from = Math.max(Math.min(openedAt, size), size - TAIL_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(size - from);
    readSync(descriptor, bytes, 0, bytes.length, from);
    return bytes.toString();
  } finally {
    closeSync(descriptor);
  }
}
