import {
  findHoursProblems,
  INTERVALS_A_DAY_MAX,
  type HoursProblemKind,
} from '#areas/calendar/rules/weekly-hours.ts';
import type { Weekday } from '#platform/values/day.ts';
import { textOf } from '../../../../server/text-of.ts';

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** What stands in the two fields of a stretch, as typed. */
export interface TypedHours {
  readonly opens: string;
  readonly closes: string;
}

/** A stretch that cannot be kept: its field and why. */
export interface TypedProblem {
  readonly field: string;
  readonly weekday: Weekday;
  readonly problem: HoursProblemKind;
}

export interface ReadHours {
  /** Seven days from Monday, each with its stretches as typed. */
  readonly days: readonly (readonly TypedHours[])[];
  readonly hours: (TypedHours & { readonly weekday: Weekday })[];
  readonly problems: readonly TypedProblem[];
}

/** The name, and id, of a field of a stretch. */
export function fieldOf(weekday: number, place: number, end: 'buka' | 'tutup'): string {
  return `h${weekday}-${place}-${end}`;
}

/** `8`, `8.30`, `08:30` and `0830` as `08:30`; anything else as it stands, for the rule to refuse. */
export function readClock(text: string): string {
  const [, hour, minute] = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim()) ?? [];
  return hour === undefined ? text.trim().slice(0, 5) : `${hour.padStart(2, '0')}:${minute ?? '00'}`;
}

/** The hours that were typed, and what is wrong with them and where. A stretch left empty is none. */
export function readHours(form: FormData): ReadHours {
  const stretches = WEEKDAYS.flatMap((weekday) =>
    Array.from({ length: INTERVALS_A_DAY_MAX }, (_, place) => {
      const typed = (end: 'buka' | 'tutup') =>
        textOf(form, fieldOf(weekday, place, end))
          .trim()
          .slice(0, 10);
      return { weekday, opens: typed('buka'), closes: typed('tutup') };
    }).filter(({ opens, closes }) => opens !== '' || closes !== ''),
  );
  const days = WEEKDAYS.map((weekday) => stretches.filter((stretch) => stretch.weekday === weekday));
  const hours = stretches.map(({ weekday, opens, closes }) => ({
    weekday,
    opens: readClock(opens),
    closes: readClock(closes),
  }));
  const problems = findHoursProblems(hours).map(({ at, problem }) => {
    const stretch = stretches[at]!;
    // The page that comes back shows the stretches of a day without gaps.
    const place = days[stretch.weekday - 1]!.indexOf(stretch);
    return { field: fieldOf(stretch.weekday, place, 'buka'), weekday: stretch.weekday, problem };
  });
  return { days: days.map((day) => day.map(({ opens, closes }) => ({ opens, closes }))), hours, problems };
}
