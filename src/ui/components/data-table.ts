/** A column of a table for comparing. */
export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** Quantities stand to the right in tabular figures, codes stay proportional and do not break. */
  readonly kind?: 'text' | 'number' | 'code' | undefined;
  readonly text: (row: Row) => string;
}
