/** How much of a term has passed on a day, 0 to 1; undefined where it has no beginning or no end. Days are YYYY-MM-DD. */
export function termShare(beginsOn: string | null, endsOn: string | null, today: string): number | undefined {
  if (beginsOn === null || endsOn === null) return undefined;
  const [first, last, now] = [beginsOn, endsOn, today].map((day) => Date.parse(day));
  if (last! <= first!) return now! < first! ? 0 : 1;
  return Math.min(1, Math.max(0, (now! - first!) / (last! - first!)));
}
