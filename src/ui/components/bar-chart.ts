/** What a bar says besides its height: series, the present, a quiet time, over the promise. */
export type BarTone = 'series' | 'now' | 'quiet' | 'over';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The figure as the reader sees it, with its unit. */
  readonly text: string;
  readonly tone?: BarTone | undefined;
  /** A word above the bar: "sekarang", "sepi". */
  readonly note?: string | undefined;
}

export const BAR_COLOURS: Readonly<Record<BarTone, string>> = {
  series: 'var(--seq-3)',
  now: 'var(--c1)',
  quiet: 'var(--c2)',
  over: 'var(--c4)',
};

const STEPS = [1, 2, 2.5, 5, 10];
const GRID_LINES_MAX = 4;

/** A round top for the axis, at least the highest value: 9 → 10, 41 → 60 in steps of 20. Zero is the base. */
export function scaleOf(highest: number): { readonly top: number; readonly step: number } {
  if (!(highest > 0)) return { top: 1, step: 1 };
  const rough = highest / GRID_LINES_MAX;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((s) => s * power >= rough - 1e-9) ?? 10) * power;
  return { top: Math.ceil(highest / step - 1e-9) * step, step };
}
