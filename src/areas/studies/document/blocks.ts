/** A table, and whether a column stands to the right. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly right: readonly boolean[];
  /** Room that each column needs, in signs. */
  readonly widths: readonly number[];
}

/** A picture of quantities: bars from zero, each with its figure in words. */
export interface BarsBlock {
  readonly kind: 'bars';
  readonly caption: string;
  /** `share` of the longest, 0 to 1. */
  readonly bars: readonly { readonly label: string; readonly share: number; readonly text: string }[];
}

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
}

export type Block = TableBlock | BarsBlock | TextBlock;

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The study as both kinds of file show it. A study is an official paper: Indonesian, whoever prints it. */
export interface StudyDocument {
  readonly title: string;
  readonly authors: string;
  readonly mall: string;
  readonly regency: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly dayText: string;
  readonly draft: boolean;
  readonly sample: boolean;
  /** The same data give the same mark: whoever prints it again can compare. */
  readonly fingerprint: string;
  readonly sections: readonly Section[];
  readonly annexes: readonly Section[];
}
