import { isShut } from '#areas/capacity/rules/may-give-number.ts';

/**
 * What a manager sees of a booth at a glance. `unstaffed` is the one that wants something done; at a `paused` one
 * everybody who sits there is on a break, and comes back.
 */
export const BOOTH_ACTIVITIES = ['serving', 'idle', 'paused', 'unstaffed', 'closed'] as const;
export type BoothActivity = (typeof BOOTH_ACTIVITIES)[number];

export interface BoothNow {
  readonly waiting: number;
  /** People called to or served at its counters. */
  readonly atCounters: number;
  readonly countersOpen: number;
  readonly countersPaused: number;
  /** Why it gives no number, if so: a code of the one function (capacity). */
  readonly code: string | null;
}

/**
 * People before schedule: a booth past its hours that still serves is serving, and one with people waiting and
 * nobody at a counter is unstaffed, whatever the clock says. Only an empty booth outside its hours is closed.
 */
export function boothActivity(booth: BoothNow): BoothActivity {
  const { waiting, atCounters, countersOpen, countersPaused, code } = booth;
  if (atCounters > 0 || (waiting > 0 && countersOpen > 0)) return 'serving';
  if (countersOpen === 0 && countersPaused > 0) return 'paused';
  if (waiting > 0) return 'unstaffed';
  if (code !== null && (isShut(code) || code === 'INTAKE_ENDED')) return 'closed';
  return countersOpen > 0 ? 'idle' : 'unstaffed';
}
