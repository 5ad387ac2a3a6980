import type { Rotation } from '#areas/rotation/contract.ts';
import { isClockTime } from '#platform/values/day.ts';
import { textOf } from '../../server/text-of.ts';

/** What stands in the form, as typed. */
export interface RotationValues {
  readonly openMin: string;
  readonly from: string;
  readonly until: string;
  readonly minutes: string;
  /** Ids of the counters that take part in a proposal. */
  readonly chosen: readonly string[];
  readonly rests: readonly { readonly counterId: string; readonly starts: string; readonly ends: string }[];
}

/** Which sentence stands beside which field; `rests` by the id of the counter. */
export interface RotationProblems {
  readonly openMin?: 'openMinProblem';
  readonly from?: 'restFromProblem';
  readonly until?: 'restUntilProblem';
  readonly minutes?: 'restMinutesProblem';
  readonly rests?: Readonly<Record<string, 'restProblem'>>;
}

const MEAL = { from: '11:30', until: '13:30', minutes: '30' } as const;

/** The form as it begins: the plan that stands, and the usual time of meals. */
export function valuesOf({ openMin, counters, rests }: Rotation): RotationValues {
  return {
    openMin: String(openMin),
    ...MEAL,
    chosen: counters.map(({ id }) => id),
    rests: counters.map(({ id }) => {
      const rest = rests.find(({ counterId }) => counterId === id);
      return { counterId: id, starts: rest?.starts ?? '', ends: rest?.ends ?? '' };
    }),
  };
}

export function readRotationForm(form: FormData): RotationValues {
  const counterIds = form.getAll('loket').filter((id) => typeof id === 'string');
  const time = (name: string) => textOf(form, name).trim().slice(0, 5);
  return {
    openMin: textOf(form, 'buka').trim().slice(0, 3),
    from: time('dari'),
    until: time('hingga'),
    minutes: textOf(form, 'lama').trim().slice(0, 3),
    chosen: form.getAll('ikut').filter((id) => typeof id === 'string'),
    rests: counterIds.map((counterId) => ({
      counterId,
      starts: time(`mulai-${counterId}`),
      ends: time(`sampai-${counterId}`),
    })),
  };
}

const isCount = (text: string) => /^\d{1,2}$/.test(text);

/** What is missing before the plan can be written. A counter without times does not rest by plan. */
export function findPlanProblems({ openMin, rests }: RotationValues): RotationProblems {
  const half = rests.filter(
    ({ starts, ends }) => (starts !== '' || ends !== '') && !(isClockTime(starts) && isClockTime(ends)),
  );
  return {
    ...(isCount(openMin) ? {} : { openMin: 'openMinProblem' }),
    ...(half.length === 0
      ? {}
      : { rests: Object.fromEntries(half.map(({ counterId }) => [counterId, 'restProblem'])) }),
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
