import type { LayoutServerLoad } from './$types';

/**
 * The agencies: their hours are the mall's hours in every footer, and most pages name some of them. One whose site is
 * over is listed nowhere any more; who has its address still reads why.
 */
export const load: LayoutServerLoad = async ({ locals }) => {
  const { agencies, capacity } = locals.door.api;
  const all = await agencies.listAgencies({});
  const { now, booths } = await capacity.listBoothStates({});
  const over = new Set(booths.filter(({ code }) => code === 'SITE_OVER').map(({ agencyId }) => agencyId));
  const sorted = all.toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'id'));
  return {
    now,
    booths,
    agencies: sorted.filter(({ id }) => !over.has(id)),
    formerAgencies: sorted.filter(({ id }) => over.has(id)),
  };
};
