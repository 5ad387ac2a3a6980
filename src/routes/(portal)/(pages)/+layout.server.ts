import type { LayoutServerLoad } from './$types';

/** The agencies: their hours are the mall's hours in every footer, and most pages name some of them. */
export const load: LayoutServerLoad = async ({ locals }) => {
  const agencies = await locals.door.api.agencies.listAgencies({});
  return { agencies: agencies.toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'id')) };
};
