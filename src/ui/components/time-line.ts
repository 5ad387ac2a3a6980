/** Where the marks and words of a ticket's time line stand. Pure, so that its crowded cases are tested. */

export interface TimeLineTimes {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Be in the waiting room by then (P10 of the call). */
  readonly comeAt: number;
  /** Called about then (P50). */
  readonly about: number;
  /** Called almost surely before then (P90). */
  readonly sure: number;
}

export interface Mark {
  /** Place on the line. */
  readonly x: number;
  /** Middle of the words, moved aside where they would overlap. */
  readonly labelX: number;
}

export interface TimeLineLayout {
  readonly now: Mark;
  readonly come: Mark | null;
  readonly about: Mark;
  readonly sure: Mark;
}

/** The drawing is 320 × 80 units; about one unit per pixel on a phone. */
export const LINE_LEFT = 8;
export const LINE_RIGHT = 312;
/** The line goes on a little after P90: one in ten is called later. */
const BEYOND_SURE = 1.08;
const GAP = 6;

/** Half the width of the wider of the two words at each mark, in units at 13 px. */
const HALF_WIDTHS = { now: 31, come: 25, about: 31, sure: 42 };

type MarkName = keyof typeof HALF_WIDTHS;

/**
 * Places marks in proportion to time between now and a little after `sure`; words keep their order and never overlap.
 * A come-at time that has passed leaves out its mark: the reader should be there already.
 */
export function layoutTimeLine(times: TimeLineTimes): TimeLineLayout {
  const about = Math.max(times.about, times.now);
  const sure = Math.max(times.sure, about);
  const span = Math.max((sure - times.now) * BEYOND_SURE, 1);
  const place = (at: number) => LINE_LEFT + ((at - times.now) / span) * (LINE_RIGHT - LINE_LEFT);

  const comes = times.comeAt > times.now && times.comeAt <= about;
  const names: MarkName[] = comes ? ['now', 'come', 'about', 'sure'] : ['now', 'about', 'sure'];
  const at: Record<MarkName, number> = { now: times.now, come: times.comeAt, about, sure };
  const xs = names.map((name) => place(at[name]));
  const labels = spread(
    xs,
    names.map((name) => HALF_WIDTHS[name]),
  );

  const mark = (name: MarkName): Mark => {
    const index = names.indexOf(name);
    return { x: xs[index] ?? LINE_LEFT, labelX: labels[index] ?? LINE_LEFT };
  };
  return { now: mark('now'), come: comes ? mark('come') : null, about: mark('about'), sure: mark('sure') };
}

/** Moves middles apart by the least: first rightwards in order, then back from the right edge. */
function spread(middles: readonly number[], halves: readonly number[]): number[] {
  const left = LINE_LEFT - 6;
  const right = LINE_RIGHT + 6;
  const placed: number[] = [];
  middles.forEach((middle, index) => {
    const half = halves[index] ?? 0;
    const before = placed[index - 1];
    const lowest = before === undefined ? left + half : before + (halves[index - 1] ?? 0) + GAP + half;
    placed.push(Math.max(middle, lowest));
  });
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const half = halves[index] ?? 0;
    const after = placed[index + 1];
    const highest = after === undefined ? right - half : after - (halves[index + 1] ?? 0) - GAP - half;
    placed[index] = Math.min(placed[index] ?? highest, highest);
  }
  return placed;
}
