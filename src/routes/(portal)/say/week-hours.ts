import type { Agency } from '#areas/agencies/contract.ts';
import { formatClock, formatWeekday } from '#ui/format/times.ts';
import { abbreviateZone } from '#ui/format/zones.ts';
import { commonFor } from '#ui/words/context.ts';
import type { Language } from '#ui/words/language.ts';

type WeeklyInterval = Readonly<Agency['weekly'][number]>;

/** Days of the week, first to last, that share the same hours; no hours means closed. */
export interface DayGroup {
  readonly firstWeekday: number;
  readonly lastWeekday: number;
  readonly hours: readonly { readonly opens: string; readonly closes: string }[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Joins what touches or overlaps: several agencies together are open as long as one of them is. */
function joinHours(hours: readonly { opens: string; closes: string }[]): { opens: string; closes: string }[] {
  const joined: { opens: string; closes: string }[] = [];
  for (const { opens, closes } of hours.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || opens > last.closes) joined.push({ opens, closes });
    else if (closes > last.closes) last.closes = closes;
  }
  return joined;
}

/** The week from Monday, neighbouring days with the same hours together; days without hours are kept. */
export function groupWeek(weekly: readonly WeeklyInterval[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const weekday of WEEKDAYS) {
    const hours = joinHours(weekly.filter((interval) => interval.weekday === weekday));
    const last = groups.at(-1);
    if (last !== undefined && JSON.stringify(last.hours) === JSON.stringify(hours)) {
      groups[groups.length - 1] = { ...last, lastWeekday: weekday };
    } else {
      groups.push({ firstWeekday: weekday, lastWeekday: weekday, hours });
    }
  }
  return groups;
}

/** `Senin–Kamis`, `Jumat`, `Setiap hari`. */
export function sayDays(group: DayGroup, language: Language): string {
  if (group.firstWeekday === 1 && group.lastWeekday === 7) return commonFor(language).everyDay;
  const first = formatWeekday(group.firstWeekday, language);
  if (group.firstWeekday === group.lastWeekday) return first;
  return `${first}–${formatWeekday(group.lastWeekday, language)}`;
}

/** `08.00–12.00, 13.00–15.00`; empty for a closed day. */
export function sayHours(group: DayGroup, language: Language): string {
  return group.hours
    .map(({ opens, closes }) => `${formatClock(opens, language)}–${formatClock(closes, language)}`)
    .join(', ');
}

/** The open days in one line: `Senin–Kamis 08.00–15.00, Jumat 08.00–11.00 WITA`. */
export function sayWeek(weekly: readonly WeeklyInterval[], zone: string, language: Language): string {
  const open = groupWeek(weekly).filter((group) => group.hours.length > 0);
  if (open.length === 0) return '';
  const text = open.map((group) => `${sayDays(group, language)} ${sayHours(group, language)}`).join(', ');
  return `${text} ${abbreviateZone(zone, 0)}`;
}
