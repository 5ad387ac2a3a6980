import type { PageServerLoad } from './$types';

/** The hall as everybody may see it: no sign-in, no names of officers. */
export const load: PageServerLoad = async ({ locals }) => {
  const { agencies, capacity, floorPlans, malls, queue } = locals.door.api;
  const mall = await malls.getMall({});
  return {
    mall: {
      name: mall.name,
      shortName: mall.shortName,
      timeZone: mall.timeZone,
      sampleData: mall.sampleData,
    },
    plans: await floorPlans.listFloorPlans({}),
    agencies: (await agencies.listAgencies({})).map(({ id, shortName }) => ({ id, shortName })),
    booths: (await capacity.listBoothStates({})).booths,
    live: await queue.listLiveQueues({}),
  };
};
