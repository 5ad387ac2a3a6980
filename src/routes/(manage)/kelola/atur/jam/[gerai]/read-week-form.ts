import { textOf } from '../../../../../server/text-of.ts';
import { dayProblem } from '../read-day.ts';
import { readHours, type ReadHours, type TypedProblem } from '../read-hours.ts';

export interface WeekValues {
  readonly days: ReadHours['days'];
  readonly validFrom: string;
  /** The other booths that were chosen. */
  readonly also: readonly string[];
}

export interface ReadWeek {
  readonly values: WeekValues;
  readonly problems: { readonly hours: readonly TypedProblem[]; readonly validFrom: boolean };
  /** Only where there is no problem. */
  readonly wish?: { readonly validFrom: string; readonly hours: ReadHours['hours'] };
}

/** What was typed, what is wrong with it and where, and the wish that it makes. */
export function readWeekForm(form: FormData): ReadWeek {
  const { days, hours, problems: wrong } = readHours(form);
  const values: WeekValues = {
    days,
    validFrom: textOf(form, 'mulai').slice(0, 10),
    also: form.getAll('gerai').filter((id) => typeof id === 'string'),
  };
  const problems = { hours: wrong, validFrom: dayProblem(values.validFrom) !== undefined };
  if (wrong.length > 0 || problems.validFrom) return { values, problems };
  return { values, problems, wish: { validFrom: values.validFrom, hours } };
}
