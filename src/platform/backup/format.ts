import { z } from 'zod';

export const FORMAT = 1;

/** Alone on a line it ends a table. PostgreSQL writes a backslash in a value as two, so no row looks like it. */
export const END_OF_ROWS = Buffer.from('\\.\n');

const NEWLINE = 0x0a;

export const TableName = z.object({ schema: z.string(), table: z.string(), columns: z.array(z.string()) });
export type TableName = z.infer<typeof TableName>;

export const BackupHeader = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** Version of the PostgreSQL that it was taken from, for people to read. */
  postgresql: z.string(),
  /** Names of the migrations that the schema had, in order. */
  migrations: z.array(z.string()).min(1),
  /** Size of the database on its disk, to judge whether it fits elsewhere. */
  databaseBytes: z.number().nonnegative(),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), lastValue: z.string() })),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const TableSum = z.object({
  schema: z.string(),
  table: z.string(),
  rows: z.number(),
  sha256: z.string(),
});
export type TableSum = z.infer<typeof TableSum>;

export const Closing = z.object({ tables: z.array(TableSum) });

/** What a whole backup says about itself. */
export interface BackupManifest extends BackupHeader {
  readonly tables: readonly TableSum[];
}

/** One line of JSON, for everything in the file that is not a row. */
export function toLine(value: unknown): string {
  return JSON.stringify(value) + '\n';
}

/** Rows in a piece of a table: a line break within a value is written as two letters. */
export function countRows(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
