import type { Weekday } from '#platform/values/day.ts';
import type { Rest } from './contract.ts';
import { clockMinutes, clockText, type RestSlot } from './rules/rest-plan.ts';

const DAYS_OF_WEEK = 7;

/** Each rest on each of its days. */
export function toSlots(rests: readonly Rest[]): RestSlot[] {
  return rests.flatMap(({ counterId, weekdays, starts, ends }) =>
    weekdays.map((weekday) => ({
      counterId,
      weekday: weekday as Weekday,
      starts: clockMinutes(starts),
      ends: clockMinutes(ends),
    })),
  );
}

/** The same times of one counter on several days are one rest; in the order of counters' first times. */
export function toRests(slots: readonly RestSlot[]): Rest[] {
  const rests = new Map<string, Rest>();
  for (const { counterId, weekday, starts, ends } of slots.toSorted((a, b) => a.weekday - b.weekday)) {
    const key = `${counterId} ${starts} ${ends}`;
    const rest = rests.get(key);
    if (rest === undefined)
      rests.set(key, { counterId, weekdays: [weekday], starts: clockText(starts), ends: clockText(ends) });
    else rest.weekdays.push(weekday);
  }
  return [...rests.values()];
}

/** What the trail tells of a plan: one list where all days are alike, otherwise one for each day of the week. */
export function factsOfRests(
  slots: readonly RestSlot[],
  numbers: ReadonlyMap<string, number>,
): Readonly<Record<string, string>> {
  const days = Array.from({ length: DAYS_OF_WEEK }, (_, before) =>
    slots
      .filter(({ weekday }) => weekday === before + 1)
      .toSorted((a, b) => a.starts - b.starts)
      .map(
        ({ counterId, starts, ends }) => `${numbers.get(counterId)}: ${clockText(starts)}–${clockText(ends)}`,
      )
      .join('; '),
  );
  if (new Set(days).size === 1) return { rests: days[0]! };
  return Object.fromEntries(
    days.flatMap((rests, before) => (rests === '' ? [] : [[`rests-${before + 1}`, rests]])),
  );
}
