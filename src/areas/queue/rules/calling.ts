const SECOND_MS = 1000;

/** So long a call can be taken back: enough to see the slip, too short to have walked to the counter. */
export const UNDO_SECONDS = 30;

/**
 * Until when a call can be taken back, epoch ms. It counts from the first call of this turn: calling again does not
 * lengthen it.
 */
export function undoEnds(calledAt: number): number {
  return calledAt + UNDO_SECONDS * SECOND_MS;
}

/** Whether somebody called so often may be called once more; the mall says how many further calls follow the first. */
export function mayRecall({ callCount, recallsMax }: { callCount: number; recallsMax: number }): boolean {
  return callCount <= recallsMax;
}
