import { clockMinutes } from '#areas/rotation/rules/rest-plan.ts';
import type { RestRow } from './read-rotation-form.ts';

type Times = Pick<RestRow, 'starts' | 'ends'>;

/** Where a rest lies in the time from the first start to the last end, in per cent. */
export function restBar(
  rest: Times,
  all: readonly Times[],
): { readonly left: number; readonly width: number } {
  const from = Math.min(...all.map(({ starts }) => clockMinutes(starts)));
  const until = Math.max(...all.map(({ ends }) => clockMinutes(ends)));
  const share = (minutes: number) => (100 * minutes) / Math.max(1, until - from);
  return {
    left: share(clockMinutes(rest.starts) - from),
    width: Math.max(0, share(clockMinutes(rest.ends) - clockMinutes(rest.starts))),
  };
}

/** Days on which the same counters rest at the same times, in the order of the week; days without rests are left out. */
export function groupDays<Row extends Pick<RestRow, 'days'>>(
  rests: readonly Row[],
): { readonly weekdays: number[]; readonly rests: readonly Row[] }[] {
  const groups = new Map<string, { weekdays: number[]; rests: readonly Row[] }>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const places = [...rests.keys()].filter((place) => rests[place]!.days.includes(String(weekday)));
    if (places.length === 0) continue;
    const group = groups.get(places.join());
    if (group === undefined)
      groups.set(places.join(), { weekdays: [weekday], rests: places.map((place) => rests[place]!) });
    else group.weekdays.push(weekday);
  }
  return [...groups.values()];
}
