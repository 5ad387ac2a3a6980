import type { Day } from '#platform/values/day.ts';

/** A day that a joint decree of three ministers (SKB 3 Menteri) names. */
export interface NamedDay {
  readonly kind: 'holiday' | 'joint-leave';
  readonly name: string;
  /** The decree's numbers, as printed. */
  readonly decree: string;
  /** `recalled` until somebody has seen the decree itself. */
  readonly confidence: 'seen' | 'recalled';
}

/** `unknown`: the day's year was not imported, so nobody can say whether it is a holiday. */
export type DayKind = { readonly kind: 'ordinary' } | NamedDay | { readonly kind: 'unknown' };

/** The imported decrees. `years` are those whose decree is complete; a year outside them is not holiday-free. */
export interface HolidayCalendar {
  readonly years: ReadonlySet<number>;
  readonly days: ReadonlyMap<Day, NamedDay>;
}

/** What the calendar says of a day: never "ordinary" for a year that was not imported. */
export function dayKind(day: Day, calendar: HolidayCalendar): DayKind {
  const named = calendar.days.get(day);
  if (named !== undefined) return named;
  return { kind: calendar.years.has(Number(day.slice(0, 4))) ? 'ordinary' : 'unknown' };
}
