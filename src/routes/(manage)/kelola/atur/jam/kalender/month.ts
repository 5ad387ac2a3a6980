import { addDays, parseDay, weekdayOf, type Weekday } from '#platform/values/day.ts';

/** `2026-11` of an address, or the month of today where it names none. */
export function readMonth(text: string | null, today: string): string {
  return text !== null && parseDay(`${text}-01`) !== undefined && text >= '2000' && text < '2100'
    ? text
    : today.slice(0, 7);
}

export function daysOfMonth(month: string): number {
  const first = parseDay(`${month}-01`)!;
  const next = parseDay(`${monthAfter(month, 1)}-01`)!;
  let days = 28;
  while (addDays(first, days) < next) days += 1;
  return days;
}

export function monthAfter(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** In which column of a week the month begins. */
export function firstWeekday(month: string): Weekday {
  return weekdayOf(parseDay(`${month}-01`)!);
}
