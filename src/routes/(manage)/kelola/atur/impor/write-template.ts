import { stringify } from 'csv-stringify/sync';

/** Headings and rows as a file that spreadsheets with Indonesian settings open: semicolons, a byte order mark, CRLF. */
export function writeTemplate<Key extends string>(
  columns: readonly { readonly key: Key; readonly head: string }[],
  rows: readonly Readonly<Record<Key, string>>[],
): string {
  return stringify(
    [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ key }) => row[key]))],
    { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true },
  );
}
