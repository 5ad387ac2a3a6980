import { readFileSync } from 'node:fs';

/** One thing measured in rounds, beside what it is compared with in the same rounds. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** One value per round. */
  readonly product: readonly number[];
  /** The same rounds, alternating with the product's; absent where there is nothing to compare with. */
  readonly baseline?: { readonly name: string; readonly values: readonly number[] };
  readonly aim?: Aim;
}

export interface Aim {
  readonly text: string;
  readonly of: 'product' | 'ratio';
  readonly bound: 'at-most' | 'at-least';
  readonly value: number;
}

export interface PartResult {
  readonly figures: readonly Figure[];
  /** What a reader must know to believe the figures, one sentence each. */
  readonly notes: readonly string[];
}

export interface Part {
  readonly name: string;
  readonly title: string;
  run(say: (line: string) => void): Promise<PartResult>;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0]!, median: quantile(sorted, 0.5), max: sorted.at(-1)! };
}

/** Linear between neighbours; the values must be sorted. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

/** Product over baseline, round by round; undefined without a baseline. */
export function ratiosOf({ product, baseline }: Figure): number[] | undefined {
  return baseline && product.map((value, round) => value / baseline.values[round]!);
}

/** Whether the median reaches the aim; undefined where no aim was set. */
export function isReached(figure: Figure): boolean | undefined {
  const { aim } = figure;
  if (!aim) return undefined;
  const values = aim.of === 'ratio' ? ratiosOf(figure) : figure.product;
  const { median } = spreadOf(values ?? []);
  return aim.bound === 'at-most' ? median <= aim.value : median >= aim.value;
}

/** At most this, with the unit of the figure. */
export const atMost = (value: number, unit: string): Aim => ({
  ...{ text: `≤ ${value} ${unit}`, of: 'product', bound: 'at-most', value },
});

export const loadAverage = () => readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');

/** Three digits that matter, no more. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
}
