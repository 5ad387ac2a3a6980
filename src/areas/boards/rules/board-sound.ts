/**
 * How loud a board speaks and when. A step holds on every day or on Fridays only; where both say something, Friday's
 * own step goes first (the Friday prayer is longer than the midday prayer of other days). Volume 0 is quiet: calls are
 * shown and not spoken.
 */
export interface VolumeStep {
  readonly days: 'every' | 'friday';
  /** `HH:MM` on the mall's clock; `until` may be 24:00. */
  readonly from: string;
  readonly until: string;
  /** 0 to 100. */
  readonly volume: number;
}

export interface BoardSound {
  readonly sound: boolean;
  /** Outside of every step, 0 to 100. */
  readonly volume: number;
  readonly steps: readonly VolumeStep[];
}

/** A moment on the mall's clock: `HH:MM`, and 1 = Monday … 7 = Sunday. */
export interface ClockMoment {
  readonly time: string;
  readonly weekday: number;
}

export const VOLUME_STEPS_MAX = 12;
const FRIDAY = 5;

/** 0 (quiet) to 100. */
export function volumeAt({ sound, volume, steps }: BoardSound, { time, weekday }: ClockMoment): number {
  if (!sound) return 0;
  const holding = steps.filter((step) => step.from <= time && time < step.until);
  const friday = holding.find((step) => step.days === 'friday');
  const step =
    weekday === FRIDAY && friday !== undefined ? friday : holding.find(({ days }) => days === 'every');
  return step?.volume ?? volume;
}

/** Two steps of the same days that both want to say how loud it is; undefined where there are none. */
export function findOverlap(steps: readonly VolumeStep[]): readonly [VolumeStep, VolumeStep] | undefined {
  for (const [index, one] of steps.entries()) {
    const other = steps
      .slice(index + 1)
      .find((each) => each.days === one.days && each.from < one.until && one.from < each.until);
    if (other !== undefined) return [one, other];
  }
  return undefined;
}
