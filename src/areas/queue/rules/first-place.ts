import { dayAt } from '#platform/values/day.ts';
import { headStartMinutes, orderKey } from './head-start.ts';
import type { PlaceInLine } from './hold.ts';

/** The first opening of the booth after the day on which somebody was not served; epoch ms. */
export interface FirstOpening {
  readonly opensAt: number;
}

/**
 * `later`: the booth has not opened since. `today`: it may be taken up. `lapsed`: that day is over.
 * Undefined openings (nobody knows when the booth opens again) are `later`.
 */
export type FirstPlaceState = 'later' | 'today' | 'lapsed';

/** Whether somebody whom we did not serve may take the first place up now: on the next open day, and on no other. */
export function firstPlaceState(
  opening: FirstOpening | undefined,
  { now, zone }: { readonly now: number; readonly zone: string },
): FirstPlaceState {
  if (opening === undefined || now < opening.opensAt) return 'later';
  return dayAt(opening.opensAt, zone) === dayAt(now, zone) ? 'today' : 'lapsed';
}

/** Where such a person stands: as the first who came when the booth opened, with the head start of a priority visitor. */
export function firstPlace({ opensAt }: FirstOpening, priority: boolean): PlaceInLine {
  const minutes = headStartMinutes({ checkedInAt: opensAt, priority });
  return { referenceAt: opensAt, headStartMinutes: minutes, orderKey: orderKey(opensAt, minutes) };
}
