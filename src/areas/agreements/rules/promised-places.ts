/** What an agreement promises of one place on one weekday. Days are YYYY-MM-DD; null: open on that side. */
export interface PromisedWeekday {
  readonly agreementId: string;
  readonly title: string;
  /** The agreement it belongs to: itself, or the one that an addendum changes. */
  readonly family: string;
  /** The booth, or the booth whose place it shares. */
  readonly placeId: string;
  readonly weekday: number;
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * The first weekday on which two agreements promise the same place on the same days. An addendum and what it changes are
 * one; an agreement without a first day is only a plan and takes nothing from anybody.
 */
export function findPromisedTwice(
  own: readonly PromisedWeekday[],
  others: readonly PromisedWeekday[],
): { readonly other: PromisedWeekday; readonly weekday: number } | undefined {
  for (const mine of own) {
    const { from } = mine;
    if (from === null) continue;
    const other = others.find(
      (one) =>
        one.family !== mine.family &&
        one.placeId === mine.placeId &&
        one.weekday === mine.weekday &&
        one.from !== null &&
        (mine.until === null || one.from <= mine.until) &&
        (one.until === null || from <= one.until),
    );
    if (other !== undefined) return { other, weekday: mine.weekday };
  }
  return undefined;
}
