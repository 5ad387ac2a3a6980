import type { Rest, Rotation } from '#areas/rotation/contract.ts';
import { isClockTime } from '#platform/values/day.ts';
import { textOf } from '../../server/text-of.ts';

/** A rest as it stands in the form; the days of the week as figures, `1234` for Monday to Thursday. */
export interface RestRow {
  readonly counterId: string;
  readonly days: string;
  readonly starts: string;
  readonly ends: string;
}

/** What stands in the form, as typed. */
export interface RotationValues {
  readonly openMin: string;
  readonly from: string;
  readonly until: string;
  readonly minutes: string;
  /** On which days a proposal is made. */
  readonly days: string;
  /** Ids of the counters that take part in a proposal. */
  readonly chosen: readonly string[];
  readonly rests: readonly RestRow[];
}

/** Which sentence stands beside which field; `rests` by the place in the list. */
export interface RotationProblems {
  readonly openMin?: 'openMinProblem';
  readonly from?: 'restFromProblem';
  readonly until?: 'restUntilProblem';
  readonly minutes?: 'restMinutesProblem';
  readonly rests?: Readonly<Record<number, 'restProblem'>>;
}

export const EVERY_DAY = '1234567';
/** What can be chosen for a rest. */
export const DAY_CHOICES = [EVERY_DAY, '12345', '1234', '1', '2', '3', '4', '5', '6', '7'] as const;

const MEAL = { from: '11:30', until: '13:30', minutes: '30', days: EVERY_DAY } as const;

export const weekdaysOf = (days: string) => Array.from(days, Number);

const toRow = ({ weekdays, ...rest }: Rest): RestRow => ({ ...rest, days: weekdays.join('') });

/** The form as it begins: the plan that stands, and the usual time of meals. */
export function valuesOf({ openMin, counters, rests }: Rotation): RotationValues {
  return {
    openMin: String(openMin),
    ...MEAL,
    chosen: counters.map(({ id }) => id),
    rests: rests.map(toRow),
  };
}

/** A row without times is no rest. */
export function readRotationForm(form: FormData): RotationValues {
  const time = (name: string) => textOf(form, name).trim().slice(0, 5);
  const places = form.getAll('baris').filter((place) => typeof place === 'string');
  const rows = places.map((place) => ({
    counterId: textOf(form, `loket-${place}`),
    days: textOf(form, `hari-${place}`).slice(0, 7),
    starts: time(`mulai-${place}`),
    ends: time(`sampai-${place}`),
  }));
  return {
    openMin: textOf(form, 'buka').trim().slice(0, 3),
    from: time('dari'),
    until: time('hingga'),
    minutes: textOf(form, 'lama').trim().slice(0, 3),
    days: textOf(form, 'hari').slice(0, 7),
    chosen: form.getAll('ikut').filter((id) => typeof id === 'string'),
    rests: rows.filter(({ starts, ends }) => starts !== '' || ends !== ''),
  };
}

const isCount = (text: string) => /^\d{1,2}$/.test(text);

/** What is missing before the plan can be written. */
export function findPlanProblems({ openMin, rests }: RotationValues): RotationProblems {
  const half = rests.flatMap(({ starts, ends }, place) =>
    isClockTime(starts) && isClockTime(ends) ? [] : [[place, 'restProblem'] as const],
  );
  return {
    ...(isCount(openMin) ? {} : { openMin: 'openMinProblem' }),
    ...(half.length === 0 ? {} : { rests: Object.fromEntries(half) }),
  };
}

/** What is missing before a proposal can be made. */
export function findProposalProblems({ openMin, from, until, minutes }: RotationValues): RotationProblems {
  return {
    ...(isCount(openMin) ? {} : { openMin: 'openMinProblem' }),
    ...(isClockTime(from) ? {} : { from: 'restFromProblem' }),
    ...(isClockTime(until) && until > from ? {} : { until: 'restUntilProblem' }),
    ...(/^\d{2,3}$/.test(minutes) && Number(minutes) >= 10 && Number(minutes) <= 120
      ? {}
      : { minutes: 'restMinutesProblem' }),
  };
}

/** A proposal takes the place of what the form has in its hours on its days; other rests stay. */
export function withProposal(values: RotationValues, proposal: readonly Rest[]): RotationValues {
  const { from, until, days, rests } = values;
  const kept = rests.flatMap((row) => {
    if (row.ends <= from || row.starts >= until) return [row];
    const others = Array.from(row.days).filter((day) => !days.includes(day));
    return others.length === 0 ? [] : [{ ...row, days: others.join('') }];
  });
  return { ...values, rests: [...kept, ...proposal.map(toRow)] };
}
