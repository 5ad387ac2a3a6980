import type { FloorPlan } from '#areas/floor-plans/contract.ts';
import type { Agency } from './kiosk-hall.svelte.ts';

/** The drawn floor on which a booth stands. */
export interface WayToBooth {
  readonly plan: FloorPlan;
  /** Whose booth it is. */
  readonly agencyId: string;
  /** This kiosk stands on that floor, and is the only one that is drawn there. */
  readonly here: boolean;
}

/**
 * Where the booth of an agency is drawn; undefined where nobody has drawn it. A kiosk knows its zone, and so the floor on
 * which booths of that zone are drawn.
 */
export function findWay(
  plans: readonly FloorPlan[],
  agencies: readonly Pick<Agency, 'id' | 'slug' | 'zone'>[],
  agencySlug: string,
  ownZoneId: string,
): WayToBooth | undefined {
  const agencyId = agencies.find(({ slug }) => slug === agencySlug)?.id;
  const plan = plans.find(({ items }) =>
    items.some((item) => item.kind === 'booth' && item.agencyId === agencyId),
  );
  if (plan === undefined || agencyId === undefined) return undefined;
  const near = new Set(agencies.filter(({ zone }) => zone.id === ownZoneId).map(({ id }) => id));
  const sameFloor = plan.items.some((item) => item.agencyId !== null && near.has(item.agencyId));
  const kiosks = plan.items.filter(({ kind }) => kind === 'kiosk').length;
  return { plan, agencyId, here: sameFloor && kiosks === 1 };
}
