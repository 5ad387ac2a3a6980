import type { BoothWeeks } from '#areas/calendar/contract.ts';
import { formatDay } from '#ui/format/times.ts';
import type { manager } from '#ui/words/id/manager.ts';
import type { Language } from '#ui/words/language.ts';
import { sayWeek } from '../(portal)/say/week-hours.ts';

export type Week = BoothWeeks['weeks'][number];

/** The week that holds today, and the next that is going to. */
export function splitWeeks(
  weeks: readonly Week[],
  today: string,
): { readonly present: Week | undefined; readonly coming: Week | undefined } {
  const hasBegun = ({ validFrom }: Week) => validFrom === null || validFrom <= today;
  return { present: weeks.find(hasBegun), coming: weeks.findLast((week) => !hasBegun(week)) };
}

/** `Senin–Kamis 08.00–15.00, Jumat 08.00–11.00 WITA`. */
export function sayHoursOf(
  week: Pick<Week, 'hours'> | undefined,
  { zone, words, language }: { zone: string; words: typeof manager; language: Language },
): string {
  return (week && sayWeek(week.hours, zone, language)) || words.hoursNone;
}

/** `mulai Selasa, 1 Desember 2026`. */
export function sayStart({ validFrom }: Week, words: typeof manager, language: Language): string {
  return validFrom === null ? words.hoursSinceEver : words.hoursFrom(formatDay(validFrom, language));
}
