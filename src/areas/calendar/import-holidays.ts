import { CsvError, parse, type Info } from 'csv-parse/sync';
import { parseDay, type Day } from '#platform/values/day.ts';
import type { NamedDay } from './rules/day-kinds.ts';

/** A day of a joint decree of three ministers (SKB 3 Menteri). */
export interface HolidayRow extends NamedDay {
  readonly day: Day;
}

/** Why a row was refused; a code, so that screens can say it in any language. */
export type HolidayProblemReason =
  /** The text is not CSV from this row on. */
  | 'unreadable'
  | 'column-missing'
  | 'column-twice'
  /** More or fewer cells than the header; most often a name with a comma that is not in quotes. */
  | 'wrong-number-of-cells'
  | 'empty'
  | 'too-long'
  | 'not-a-date'
  | 'unknown-kind'
  | 'unknown-confidence'
  /** The same day stands further up and says something else in this column. */
  | 'contradicts-earlier-row';

export interface HolidayProblem {
  /** The line of the file, the header being 1. */
  readonly row: number;
  /** The header's name of the column; empty where the whole row is meant. */
  readonly column: string;
  readonly reason: HolidayProblemReason;
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: Info;
}

const COLUMNS = ['date', 'kind', 'name', 'decree', 'confidence'] as const;
type Column = (typeof COLUMNS)[number];

const CELL_LENGTH_MAX = 200;

/**
 * Reads the days of one or more joint decrees: date (YYYY-MM-DD), kind (holiday, joint-leave), name, decree,
 * confidence (seen, recalled), with a header in any order. Takes what spreadsheets write: a byte order mark,
 * semicolons or tabs, CRLF, quotes, blank lines. A row that repeats an earlier one is left out.
 *
 * Rows with a problem are not among `rows`; a caller that imports a decree refuses the whole file if there is
 * any problem, because a missing holiday is a promise broken.
 */
export function parseHolidays(csv: string): { rows: HolidayRow[]; problems: HolidayProblem[] } {
  const text = csv.replace(/^\uFEFF/, '');
  const read = readRows(text);
  if ('reason' in read) return { rows: [], problems: [read] };
  const [header, ...lines] = read.rows;
  const names = (header?.record ?? []).map((name) => name.toLowerCase());
  const headerProblems = checkHeader(names);
  if (headerProblems.length > 0) return { rows: [], problems: headerProblems };

  const rows = new Map<Day, HolidayRow>();
  const problems: HolidayProblem[] = [];
  for (const { record, info } of lines) {
    const row = record.length === names.length ? readRow(names, record) : wrongCells;
    const judged = 'reason' in row ? row : compareWithEarlier(row, rows.get(row.day));
    if ('reason' in judged) problems.push({ row: info.lines, ...judged });
    else rows.set(judged.day, judged);
  }
  return { rows: [...rows.values()], problems };
}

type CellProblem = Omit<HolidayProblem, 'row'>;

const wrongCells: CellProblem = { column: '', reason: 'wrong-number-of-cells' };

function readRows(text: string): { rows: CsvRow[] } | HolidayProblem {
  const delimiter = findDelimiter(text);
  try {
    const options = { delimiter, info: true, trim: true, relax_column_count: true } as const;
    return { rows: parse(text, { ...options, skip_records_with_empty_values: true }) as unknown as CsvRow[] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { row: Number(error['lines'] ?? 1), column: '', reason: 'unreadable' };
  }
}

/** Spreadsheets with Indonesian settings write semicolons, since their decimals have commas. */
function findDelimiter(text: string): string {
  const header = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  return [';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ',';
}

function checkHeader(names: readonly string[]): HolidayProblem[] {
  return COLUMNS.flatMap((column): HolidayProblem[] => {
    const count = names.filter((name) => name === column).length;
    if (count === 1) return [];
    return [{ row: 1, column, reason: count === 0 ? 'column-missing' : 'column-twice' }];
  });
}

function readRow(names: readonly string[], record: readonly string[]): HolidayRow | CellProblem {
  const cellOf = (column: Column) => record[names.indexOf(column)] ?? '';
  for (const column of COLUMNS) {
    const { length } = cellOf(column);
    if (length === 0) return { column, reason: 'empty' };
    if (length > CELL_LENGTH_MAX) return { column, reason: 'too-long' };
  }
  const [kind, confidence] = [cellOf('kind'), cellOf('confidence')];
  const day = parseDay(cellOf('date'));
  if (day === undefined) return { column: 'date', reason: 'not-a-date' };
  if (kind !== 'holiday' && kind !== 'joint-leave') return { column: 'kind', reason: 'unknown-kind' };
  if (confidence !== 'seen' && confidence !== 'recalled') {
    return { column: 'confidence', reason: 'unknown-confidence' };
  }
  return { day, kind, name: cellOf('name'), decree: cellOf('decree'), confidence };
}

/** Which of two different rows for one day is right cannot be guessed here. */
function compareWithEarlier(row: HolidayRow, earlier: HolidayRow | undefined): HolidayRow | CellProblem {
  if (earlier === undefined) return row;
  const different = (['name', 'kind', 'decree', 'confidence'] as const).find(
    (column) => row[column] !== earlier[column],
  );
  return different === undefined ? earlier : { column: different, reason: 'contradicts-earlier-row' };
}
