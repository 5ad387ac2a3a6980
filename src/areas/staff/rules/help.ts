/** Whoever has waited this long was helped, or has left: a board that goes on asking is not believed any more. */
export const HELP_MINUTES_MAX = 10;

/** Whether a visitor who asked for an officer then still waits for one now. Moments are epoch ms. */
export function isHelpWanted(askedAt: number, now: number): boolean {
  return now - askedAt < HELP_MINUTES_MAX * 60_000;
}
