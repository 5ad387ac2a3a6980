/** How large a file may be that somebody takes in: rows without the headings, and signs. */
export const SHEET_ROWS_MAX = 10_000;
export const SHEET_LENGTH_MAX = 3_000_000;
