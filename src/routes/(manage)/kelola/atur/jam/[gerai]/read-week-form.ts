import {
  findHoursProblems,
  INTERVALS_A_DAY_MAX,
  type HoursProblemKind,
} from '#areas/calendar/rules/weekly-hours.ts';
import { parseDay, type Weekday } from '#platform/values/day.ts';
import { textOf } from '../../../../../server/text-of.ts';

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** What stands in the two fields of a stretch, as typed. */
export interface TypedHours {
  readonly opens: string;
  readonly closes: string;
}

export interface WeekValues {
  /** Seven days from Monday, each with its stretches. */
  readonly days: readonly (readonly TypedHours[])[];
  readonly validFrom: string;
  /** The other booths that were chosen. */
  readonly also: readonly string[];
}

/** A stretch that cannot be kept: its field and why. */
export interface TypedProblem {
  readonly field: string;
  readonly weekday: Weekday;
  readonly problem: HoursProblemKind;
}

export interface ReadWeek {
  readonly values: WeekValues;
  readonly problems: { readonly hours: readonly TypedProblem[]; readonly validFrom: boolean };
  /** Only where there is no problem. */
  readonly wish?: { readonly validFrom: string; readonly hours: (TypedHours & { weekday: Weekday })[] };
}

/** The name, and id, of the field in which a stretch begins. */
export function fieldOf(weekday: number, place: number, end: 'buka' | 'tutup'): string {
  return `h${weekday}-${place}-${end}`;
}

/** `8`, `8.30`, `08:30` and `0830` as `08:30`; anything else as it stands, for the rule to refuse. */
export function readClock(text: string): string {
  const [, hour, minute] = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim()) ?? [];
  return hour === undefined ? text.trim().slice(0, 5) : `${hour.padStart(2, '0')}:${minute ?? '00'}`;
}

/** What was typed, what is wrong with it and where, and the wish that it makes. A stretch left empty is none. */
export function readWeekForm(form: FormData): ReadWeek {
  const stretches = WEEKDAYS.flatMap((weekday) =>
    Array.from({ length: INTERVALS_A_DAY_MAX }, (_, place) => {
      const typed = (end: 'buka' | 'tutup') =>
        textOf(form, fieldOf(weekday, place, end))
          .trim()
          .slice(0, 10);
      return {
        weekday,
        opens: typed('buka'),
        closes: typed('tutup'),
        field: fieldOf(weekday, place, 'buka'),
      };
    }).filter(({ opens, closes }) => opens !== '' || closes !== ''),
  );
  const values: WeekValues = {
    days: WEEKDAYS.map((weekday) =>
      stretches
        .filter((stretch) => stretch.weekday === weekday)
        .map(({ opens, closes }) => ({ opens, closes })),
    ),
    validFrom: textOf(form, 'mulai').slice(0, 10),
    also: form.getAll('gerai').filter((id) => typeof id === 'string'),
  };
  const hours = stretches.map(({ weekday, opens, closes }) => ({
    weekday,
    opens: readClock(opens),
    closes: readClock(closes),
  }));
  const wrong = findHoursProblems(hours).map(({ at, problem }) => ({
    // The page that comes back shows the stretches of a day without gaps.
    field: fieldOf(
      stretches[at]!.weekday,
      stretches.slice(0, at).filter(({ weekday }) => weekday === stretches[at]!.weekday).length,
      'buka',
    ),
    weekday: stretches[at]!.weekday,
    problem,
  }));
  const problems = { hours: wrong, validFrom: parseDay(values.validFrom) === undefined };
  if (wrong.length > 0 || problems.validFrom) return { values, problems };
  return { values, problems, wish: { validFrom: values.validFrom, hours } };
}
