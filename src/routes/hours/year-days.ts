import type { OpeningDays } from '#areas/calendar/contract.ts';

/** What a day rests on: its week, or what goes before it. */
export type DayMark = 'week' | 'season' | 'holiday' | 'special';

export interface YearDay {
  readonly day: string;
  readonly mark: DayMark;
  /** Of the season or holiday, or the reason of the special day. */
  readonly label: string | null;
  /** Whether the booth is open, or any of the mall's. */
  readonly open: boolean;
}

/** Days that follow one another and rest on the same. */
export interface DayRun {
  readonly from: string;
  readonly until: string;
  readonly mark: DayMark;
  readonly label: string;
}

const MARKS = {
  week: 'week',
  'site-not-yet': 'week',
  'site-over': 'week',
  season: 'season',
  holiday: 'holiday',
  'joint-leave': 'holiday',
  exception: 'special',
} as const satisfies Record<OpeningDays['booths'][number]['days'][number]['because'], DayMark>;

/** What each day rests on, for one agency, or for the mall: then by what most of its booths share. */
export function markDays(
  { days, booths }: Pick<OpeningDays, 'days' | 'booths'>,
  agencyId: string,
): YearDay[] {
  const chosen = booths.find((booth) => booth.agencyId === agencyId);
  return days.map(({ day, holiday }, at) => {
    const plans = (chosen === undefined ? booths : [chosen]).map((booth) => booth.days[at]!);
    const named = plans.flatMap(({ because, name }) =>
      name === null ? [] : [{ mark: MARKS[because], label: name }],
    );
    const shared = mostFrequent(named);
    const open = plans.some(({ hours }) => hours.length > 0);
    if (shared !== undefined) return { day, ...shared, open };
    return holiday === null
      ? { day, mark: 'week', label: null, open }
      : { day, mark: 'holiday', label: holiday, open };
  });
}

function mostFrequent<T extends { readonly label: string }>(named: readonly T[]): T | undefined {
  const counts = Map.groupBy(named, ({ label }) => label);
  return [...counts.values()].toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** The named days of a month in their order, those that follow one another as one. */
export function joinRuns(days: readonly YearDay[]): DayRun[] {
  const runs: DayRun[] = [];
  days.forEach(({ day, mark, label }, at) => {
    if (label === null) return;
    const last = runs.at(-1);
    if (last !== undefined && days[at - 1]?.label === label && last.mark === mark)
      runs[runs.length - 1] = { ...last, until: day };
    else runs.push({ from: day, until: day, mark, label });
  });
  return runs;
}
