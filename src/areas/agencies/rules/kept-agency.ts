/** An agency as administrators keep it: what the form shows, what the trail compares. */
export interface AgencyRecord {
  readonly name: string;
  readonly shortName: string;
  readonly slug: string;
  readonly kind: string;
  readonly series: string;
  readonly icon: string;
  readonly servesHolidays: boolean;
  readonly active: boolean;
  readonly zone: { readonly id: string; readonly name: string };
  readonly boothName: string;
  readonly lastIntakeMinutes: number;
  /** Numbers of its counters, ascending. */
  readonly counters: readonly number[];
}

/** A counter of the mall, whichever agency it belongs to. */
export interface MallCounter {
  readonly id: string;
  readonly number: number;
  readonly agencyId: string;
  readonly agencyShortName: string;
  readonly active: boolean;
}

export interface CounterPlan {
  /** Numbers that no counter has yet. */
  readonly add: readonly number[];
  /** Ids of counters that were taken away earlier, here or elsewhere, and come back here. */
  readonly bringBack: readonly string[];
  /** Ids of counters that go. */
  readonly takeAway: readonly string[];
  /** Numbers that stand at another agency's booth, which is where they stay: moving is a deed of its own. */
  readonly elsewhere: readonly MallCounter[];
}

/** What it takes to make the counters of an agency those with these numbers. */
export function planCounters(
  agencyId: string,
  wanted: readonly number[],
  present: readonly MallCounter[],
): CounterPlan {
  const byNumber = new Map(present.map((counter) => [counter.number, counter]));
  const numbers = [...new Set(wanted)];
  const known = numbers.flatMap((number) => byNumber.get(number) ?? []);
  return {
    add: numbers.filter((number) => !byNumber.has(number)),
    bringBack: known.filter(({ active }) => !active).map(({ id }) => id),
    takeAway: present
      .filter((counter) => counter.agencyId === agencyId && counter.active)
      .filter(({ number }) => !numbers.includes(number))
      .map(({ id }) => id),
    elsewhere: known.filter((counter) => counter.active && counter.agencyId !== agencyId),
  };
}
