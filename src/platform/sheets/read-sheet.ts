import { CsvError, parse, type Info } from 'csv-parse/sync';
import { SHEET_ROWS_MAX } from '#platform/values/sheet-limits.ts';

/** A column as its file names it. */
export interface SheetColumn<Key extends string> {
  readonly key: Key;
  /** The heading that the template writes. */
  readonly head: string;
  /** False: a file may leave it out, and its cells empty. */
  readonly needed: boolean;
}

/** Why a place of a file was not taken; a code, so that screens can say it in any language. */
export interface SheetProblem {
  /** The line of the file, the headings being 1. */
  readonly row: number;
  /** The heading of the column; empty where the whole row is meant. */
  readonly column: string;
  readonly reason: string;
  /** What stands there, or what it clashes with. */
  readonly found: string;
}

export interface SheetRow<Key extends string> {
  readonly row: number;
  readonly cells: Readonly<Record<Key, string>>;
}

export interface ReadSheet<Key extends string> {
  readonly rows: readonly SheetRow<Key>[];
  readonly problems: readonly SheetProblem[];
}

const CELL_LENGTH_MAX = 10_000;
const FOUND_LENGTH_MAX = 60;

/**
 * Reads rows under known headings, in any order and however they are written large, small or with signs between. Takes
 * what spreadsheets write: a byte order mark, semicolons or tabs, CRLF, quotes, blank lines. Every problem is told.
 */
export function readSheet<Key extends string>(
  text: string,
  columns: readonly SheetColumn<Key>[],
): ReadSheet<Key> {
  const clean = text.replace(/^\uFEFF/, '');
  const read = readRecords(clean);
  if ('reason' in read) return { rows: [], problems: [read] };
  const [header, ...records] = read.records;
  if (header === undefined || records.length === 0)
    return { rows: [], problems: [{ row: 1, column: '', reason: 'no-rows', found: '' }] };
  const { places, problems } = placeColumns(header.record, columns);
  if (problems.length > 0) return { rows: [], problems };
  if (records.length > SHEET_ROWS_MAX) {
    const found = String(records.length);
    return { rows: [], problems: [{ row: SHEET_ROWS_MAX + 2, column: '', reason: 'too-many-rows', found }] };
  }
  const wrong: SheetProblem[] = [];
  const rows = records.flatMap(({ record, info }) => {
    const row = info.lines - countNewlines(record);
    if (record.length === header.record.length) return [{ row, cells: cellsOf(record, places, columns) }];
    wrong.push({ row, column: '', reason: 'wrong-number-of-cells', found: String(record.length) });
    return [];
  });
  return { rows, problems: wrong };
}

/** A problem in one cell of a row. */
export function cellProblem<Key extends string>(
  { row, cells }: SheetRow<Key>,
  column: SheetColumn<Key>,
  reason: string,
  found = cells[column.key],
): SheetProblem {
  return { row, column: column.head, reason, found: found.slice(0, FOUND_LENGTH_MAX) };
}

/** One spelling for a heading or a word of a list: small letters and figures alone. */
export function plainHead(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: Info;
}

function readRecords(text: string): { records: readonly CsvRecord[] } | SheetProblem {
  try {
    const options = {
      delimiter: findDelimiter(text),
      info: true,
      trim: true,
      relax_column_count: true,
    } as const;
    const records = parse(text, {
      ...options,
      skip_records_with_empty_values: true,
      max_record_size: 100_000,
    });
    return { records: records as unknown as CsvRecord[] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { row: Number(error['lines'] ?? 1), column: '', reason: 'unreadable', found: '' };
  }
}

/** Spreadsheets with Indonesian settings write semicolons, since their decimals have commas. */
function findDelimiter(text: string): string {
  const header = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  return [';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ',';
}

function placeColumns<Key extends string>(heads: readonly string[], columns: readonly SheetColumn<Key>[]) {
  const plain = heads.map(plainHead);
  const known = columns.map(({ head }) => plainHead(head));
  const problems: SheetProblem[] = [];
  const tell = (column: string, reason: string) => problems.push({ row: 1, column, reason, found: '' });
  heads.forEach((head, place) => {
    if (!known.includes(plain[place]!)) tell(head.slice(0, FOUND_LENGTH_MAX), 'column-unknown');
    else if (plain.indexOf(plain[place]!) !== place) tell(head, 'column-twice');
  });
  const places = new Map<Key, number>();
  columns.forEach(({ key, head, needed }, index) => {
    const place = plain.indexOf(known[index]!);
    if (place >= 0) places.set(key, place);
    else if (needed) tell(head, 'column-missing');
  });
  return { places, problems };
}

function cellsOf<Key extends string>(
  record: readonly string[],
  places: ReadonlyMap<Key, number>,
  columns: readonly SheetColumn<Key>[],
): Readonly<Record<Key, string>> {
  const cells = columns.map(({ key }) => {
    const place = places.get(key);
    return [key, place === undefined ? '' : record[place]!.slice(0, CELL_LENGTH_MAX)];
  });
  return Object.fromEntries(cells) as Record<Key, string>;
}

/** The parser counts lines at the end of a record; a person looks for its beginning. */
function countNewlines(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
