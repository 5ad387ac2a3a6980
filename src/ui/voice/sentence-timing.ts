/** Between the chime and the sentence, and between a sentence and its repetition. */
export const BREATH_SECONDS = 0.35;

export interface SentenceTiming {
  /** When each part begins, in seconds from the start: the chime, then the words of every repetition. */
  readonly starts: readonly number[];
  /** Until the last part has ended. */
  readonly totalSeconds: number;
}

/** Lays out a chime and a sentence said `times` times; words follow each other without a gap. */
export function timeSentence(
  chimeSeconds: number,
  wordSeconds: readonly number[],
  times: number,
): SentenceTiming {
  const starts = [0];
  let at = chimeSeconds;
  for (let repetition = 0; repetition < times && wordSeconds.length > 0; repetition++) {
    at += BREATH_SECONDS;
    for (const seconds of wordSeconds) {
      starts.push(at);
      at += seconds;
    }
  }
  return { starts, totalSeconds: at };
}
