/** From how many minutes a band of waits begins; it ends where the next one begins. */
export const WAIT_BANDS = [0, 15, 30, 60] as const;

/** How many people waited how long, in the order of WAIT_BANDS. */
export function countWaits(minutes: Iterable<number>): number[] {
  const counts: number[] = WAIT_BANDS.map(() => 0);
  for (const waited of minutes) {
    const band = WAIT_BANDS.findLastIndex((from) => waited >= from);
    counts[Math.max(0, band)]! += 1;
  }
  return counts;
}
