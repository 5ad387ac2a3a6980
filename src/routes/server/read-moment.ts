import { atTime, isClockTime, parseDay } from '#platform/values/day.ts';

/** What a date-and-time field holds, `2026-11-24T09:30` on the mall's clock, as an instant; undefined for all else. */
export function readMoment(text: string, zone: string): string | undefined {
  const day = parseDay(text.slice(0, 10));
  const time = text.slice(11);
  if (day === undefined || text[10] !== 'T' || !isClockTime(time)) return undefined;
  return new Date(atTime(day, time, zone)).toISOString();
}
