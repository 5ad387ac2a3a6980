import type { OpeningDays } from '#areas/calendar/contract.ts';
import { formatClock } from '#ui/format/times.ts';
import type { manager } from '#ui/words/id/manager.ts';
import type { Language } from '#ui/words/language.ts';

type BoothDay = OpeningDays['booths'][number]['days'][number];

export interface ShownDay {
  readonly day: string;
  /** Holiday, season or the reason of a special day, where there is one. */
  readonly label: string | undefined;
  /** The hours of the booth that is shown, or how many booths are open. */
  readonly text: string;
  readonly open: boolean;
}

/** `08.00–11.30, 13.00–15.00`; `Tutup` for none. */
export function sayDayHours(hours: BoothDay['hours'], words: typeof manager, language: Language): string {
  const spans = hours.map(
    ({ opens, closes }) => `${formatClock(opens, language)}–${formatClock(closes, language)}`,
  );
  return spans.join(', ') || words.dayClosed;
}

/** What holds on each day: for one booth its hours, for the mall how many booths come. */
export function sayDays(
  { days, booths }: Pick<OpeningDays, 'days' | 'booths'>,
  agencyId: string,
  words: typeof manager,
  language: Language,
): ShownDay[] {
  const booth = booths.find((one) => one.agencyId === agencyId);
  return days.map(({ day, holiday }, at) => {
    if (booth !== undefined) {
      const { hours, name } = booth.days[at]!;
      const label = name ?? holiday ?? undefined;
      return { day, label, text: sayDayHours(hours, words, language), open: hours.length > 0 };
    }
    const names = booths.flatMap((one) => one.days[at]!.name ?? []);
    const open = booths.filter((one) => one.days[at]!.hours.length > 0).length;
    const label = holiday ?? mostFrequent(names);
    return { day, label, text: open === 0 ? words.dayClosed : words.boothsOpenOn(open), open: open > 0 };
  });
}

/** A mall's day is named by what most of its booths share. */
function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
