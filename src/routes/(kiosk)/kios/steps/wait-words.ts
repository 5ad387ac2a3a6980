import type { Words } from '#ui/words/id.ts';
import type { Queue } from '../kiosk-hall.svelte.ts';

/** How long somebody would wait who takes a number now: `±24 menit`, or that it is at once, or not known. */
export function waitWords(queue: Queue | undefined, words: Words['kiosk'], common: Words['common']): string {
  if (queue?.wait === undefined || queue.wait === null) return words.counterNotOpen;
  const minutes = Math.round(queue.wait.p50Minutes);
  return minutes < 1 ? common.servedAtOnce : common.waitAbout(minutes);
}
