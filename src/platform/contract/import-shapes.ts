import { z } from 'zod';
import { SHEET_LENGTH_MAX } from '#platform/values/sheet-limits.ts';

/** How many places and rows of a file a screen is told of; the counts say how many there are in all. */
export const IMPORT_TOLD_MAX = 200;

/** A file that somebody wants to take in: its text. */
export const ImportText = z.object({ csv: z.string().max(SHEET_LENGTH_MAX) });

const counts = { fresh: z.int(), changed: z.int(), unchanged: z.int() };

/** What a file would do: nothing at all as long as it has one problem. */
export const ImportPreview = z.object({
  ...counts,
  problemCount: z.int(),
  problems: z.array(z.object({ row: z.int(), column: z.string(), reason: z.string(), found: z.string() })),
  /** Rows that are new or differ from what is kept, with the fields in which they do. */
  rows: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      state: z.enum(['fresh', 'changed']),
      fields: z.array(z.string()),
    }),
  ),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportCounts = z.object(counts);
export type ImportCounts = z.infer<typeof ImportCounts>;
