/** Closed by its ordinary hours, as everybody knows: not for a reason of today, nor because intake has ended early. */
export function isExpectedClosed(booth: {
  readonly reason: string | null;
  readonly intakeEnded: boolean;
}): boolean {
  return booth.reason === null && !booth.intakeEnded;
}
