import type { Overview } from '#areas/reports/contract.ts';
import type { FloorState } from '#ui/components/floor-state.ts';
import type { IconName } from '#ui/icons/icon-names.ts';

export type Booth = Overview['booths'][number];

/** Each state has a word, an icon and an edge; colour only repeats them. */
export const BOOTH_ICONS: Readonly<Record<Booth['state'], IconName>> = {
  serving: 'users',
  idle: 'circle-check',
  paused: 'coffee',
  unstaffed: 'door-closed',
  closed: 'moon',
};

/** What the edge of each state is on the plan. */
export const BOOTH_LOOKS: Readonly<Record<Booth['state'], FloorState['look']>> = {
  serving: 'busy',
  idle: 'quiet',
  paused: 'quiet',
  unstaffed: 'shut',
  closed: 'shut',
};

/** People wait and nobody calls them: the one state that asks for a hand at once. */
export function isLeftWaiting(booth: Booth): boolean {
  return booth.state === 'unstaffed' && booth.waiting > 0;
}

/** Booths by zone, both in the order in which the server lists them. */
export function boothsByZone(booths: readonly Booth[]): readonly (readonly [string, readonly Booth[]])[] {
  const zones = new Map<string, Booth[]>();
  for (const booth of booths) {
    const zone = zones.get(booth.zoneName);
    if (zone === undefined) zones.set(booth.zoneName, [booth]);
    else zone.push(booth);
  }
  return [...zones].sort(([a], [b]) => a.localeCompare(b, 'id'));
}
