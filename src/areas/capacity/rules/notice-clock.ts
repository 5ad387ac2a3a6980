import { Temporal } from 'temporal-polyfill';
import { dayAt } from '#platform/values/day.ts';

/** The wall clock of a moment, `10:30`, if it is still of this day; null where it is of another. */
export function clockOf(instant: string, zone: string, now: number): string | null {
  const at = Temporal.Instant.from(instant);
  if (dayAt(at.epochMilliseconds, zone) !== dayAt(now, zone)) return null;
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
