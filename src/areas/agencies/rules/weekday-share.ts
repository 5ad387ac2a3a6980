import { refuse, type Refusal } from '#platform/values/refusal.ts';

/** Who is at a shared place on a weekday, 1 for Monday. */
export interface WeekdayShare {
  readonly boothId: string;
  readonly weekday: number;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The weekdays of a place when a guest asks for some of them: what it had before is given back, what nobody has stays
 * with the place's own booth. Refusals: SHARE_NO_DAY where the guest, or the place's own booth, would have none;
 * DAY_SHARED where another guest (`boothId`) has one of them.
 */
export function shareWeekdays(
  present: readonly WeekdayShare[],
  placeId: string,
  guestId: string,
  wanted: readonly number[],
): readonly WeekdayShare[] | Refusal<'SHARE_NO_DAY' | 'DAY_SHARED'> {
  const asked = WEEK.filter((weekday) => wanted.includes(weekday));
  const others = present.filter(({ boothId }) => boothId !== guestId && boothId !== placeId);
  const clash = others.find(({ weekday }) => asked.some((day) => day === weekday));
  if (clash !== undefined) return refuse('DAY_SHARED', { boothId: clash.boothId });
  const own = WEEK.filter(
    (weekday) => !asked.includes(weekday) && !others.some((other) => other.weekday === weekday),
  );
  if (asked.length === 0 || own.length === 0) return refuse('SHARE_NO_DAY');
  return [
    ...others,
    ...asked.map((weekday) => ({ boothId: guestId, weekday })),
    ...own.map((weekday) => ({ boothId: placeId, weekday })),
  ];
}
