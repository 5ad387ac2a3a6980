import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { reports, floorPlans } = locals.door.api;
  return { overview: await reports.getOverview(), plans: await floorPlans.listFloorPlans({}) };
};
