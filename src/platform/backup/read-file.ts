import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { BackupHeader, type BackupManifest, Closing, countRows, END_OF_ROWS, TableName } from './format.ts';
import type { TableSum } from './format.ts';
import { damagedProblem, explainBackupProblem } from './problems.ts';

/** The header and a table's line are short; a longer line is not from a backup. */
const LINE_BYTES_MAX = 4 * 1024 * 1024;
const NEWLINE = 0x0a;
const END_AFTER_ROW = Buffer.concat([Buffer.from([NEWLINE]), END_OF_ROWS]);

/** One table of a backup while it is read; its rows must be read to their end before the next table comes. */
export interface TableSection extends TableName {
  readonly rows: AsyncIterable<Buffer>;
}

/**
 * Reads a backup from its start to its end and checks every table's rows against the closing line.
 * @param listener is given the header and each table; the rows that it leaves unread are read past
 * @returns the manifest, once all of it has proved whole
 * @throws StartProblem backup-damaged
 */
export async function readBackupFile(
  file: string,
  listener: {
    onHeader?: (header: BackupHeader) => Promise<void>;
    onTable?: (section: TableSection) => Promise<void>;
  },
): Promise<BackupManifest> {
  const input = createReadStream(file);
  const unzipped = createGunzip();
  pipeline(input, unzipped, () => {});
  const reader = readSections(unzipped);
  try {
    const header = BackupHeader.parse(JSON.parse(await reader.line()));
    await listener.onHeader?.(header);
    const seen: TableSum[] = [];
    for (;;) {
      const line: unknown = JSON.parse(await reader.line());
      const closing = Closing.safeParse(line);
      if (closing.success) {
        if (JSON.stringify(closing.data.tables) !== JSON.stringify(seen)) throw damagedProblem(file);
        await reader.end();
        return { ...header, tables: seen };
      }
      const name = TableName.parse(line);
      seen.push(await readTable(name, reader, listener.onTable));
    }
  } catch (problem) {
    throw isFormatFault(problem) ? damagedProblem(file, problem) : explainBackupProblem(file, problem);
  } finally {
    input.destroy();
    unzipped.destroy();
  }
}

async function readTable(
  name: TableName,
  reader: SectionReader,
  onTable: ((section: TableSection) => Promise<void>) | undefined,
): Promise<TableSum> {
  const hash = createHash('sha256');
  let count = 0;
  const source = reader.rows();
  async function* rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const { value, done } = await source.next();
      if (done === true) return;
      hash.update(value);
      count += countRows(value);
      yield value;
    }
  }
  await onTable?.({ ...name, rows: rows() });
  for await (const _rest of rows());
  return { schema: name.schema, table: name.table, rows: count, sha256: hash.digest('hex') };
}

interface SectionReader {
  line(): Promise<string>;
  /** The bytes up to, not including, the line that ends a table. */
  rows(): AsyncGenerator<Buffer, undefined>;
  /** Nothing may follow. */
  end(): Promise<void>;
}

class CutShort extends Error {}

function readSections(input: AsyncIterable<Buffer>): SectionReader {
  const source = input[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await source.next();
    if (done !== true) rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
    return done !== true;
  };
  return {
    async line() {
      for (;;) {
        const at = rest.indexOf(NEWLINE);
        if (at >= 0) {
          const line = rest.toString('utf8', 0, at);
          rest = rest.subarray(at + 1);
          return line;
        }
        if (rest.length > LINE_BYTES_MAX || !(await more())) throw new CutShort();
      }
    },
    async *rows() {
      let atFirstRow = true;
      for (;;) {
        const end = atFirstRow && startsWithEnd(rest) ? 0 : findEnd(rest);
        if (end !== undefined) {
          if (end > 0) yield rest.subarray(0, end);
          rest = rest.subarray(end + END_OF_ROWS.length);
          return undefined;
        }
        // The last three bytes may be the beginning of the closing line.
        if (rest.length > END_OF_ROWS.length) {
          yield rest.subarray(0, -END_OF_ROWS.length);
          rest = rest.subarray(-END_OF_ROWS.length);
          atFirstRow = false;
        }
        if (!(await more())) throw new CutShort();
      }
    },
    async end() {
      if (rest.length > 0 || (await more())) throw new CutShort();
    },
  };
}

function isFormatFault(problem: unknown): boolean {
  if (problem instanceof CutShort || problem instanceof SyntaxError || problem instanceof z.ZodError)
    return true;
  const code = (problem as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('Z_');
}

function startsWithEnd(bytes: Buffer): boolean {
  return bytes.subarray(0, END_OF_ROWS.length).equals(END_OF_ROWS);
}

/** Where the line that ends the table begins, after the line break of a row. */
function findEnd(bytes: Buffer): number | undefined {
  const at = bytes.indexOf(END_AFTER_ROW);
  return at < 0 ? undefined : at + 1;
}
