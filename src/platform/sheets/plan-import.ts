import { IMPORT_TOLD_MAX, type ImportCounts, type ImportPreview } from '#platform/contract/import-shapes.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Change } from '#platform/values/changes.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { SheetProblem } from './read-sheet.ts';

/** A row that can be taken in: what it says, and how that differs from what is kept. */
export interface ImportEntry<Values, Kept> {
  readonly row: number;
  readonly name: string;
  readonly values: Values;
  /** Absent where nothing of that key is kept yet. */
  readonly kept: Kept | undefined;
  readonly changes: readonly Change[];
}

export interface ImportPlan<Values, Kept> {
  readonly problems: readonly SheetProblem[];
  readonly entries: readonly ImportEntry<Values, Kept>[];
}

type AnyPlan = ImportPlan<unknown, unknown>;

export function previewPlan({ problems, entries }: AnyPlan): ImportPreview {
  const sorted = problems.toSorted((a, b) => a.row - b.row);
  const told = entries.filter(({ kept, changes }) => kept === undefined || changes.length > 0);
  return {
    ...countPlan({ problems, entries }),
    problemCount: problems.length,
    problems: sorted.slice(0, IMPORT_TOLD_MAX),
    rows: told.slice(0, IMPORT_TOLD_MAX).map(({ row, name, kept, changes }) => ({
      row,
      name,
      state: kept === undefined ? 'fresh' : 'changed',
      fields: kept === undefined ? [] : changes.map(({ field }) => field),
    })),
  };
}

export function countPlan({ entries }: AnyPlan): ImportCounts {
  const fresh = entries.filter(({ kept }) => kept === undefined).length;
  const changed = entries.filter(({ kept, changes }) => kept !== undefined && changes.length > 0).length;
  return { fresh, changed, unchanged: entries.length - fresh - changed };
}

/** One problem refuses the whole file: nothing is taken in by halves. Refusals: IMPORT_UNREADABLE. */
export function refuseProblems({ problems }: AnyPlan): void {
  const [first] = problems.toSorted((a, b) => a.row - b.row);
  if (first === undefined) return;
  refused(refuse('IMPORT_UNREADABLE', { row: first.row, column: first.column, problems: problems.length }));
}
