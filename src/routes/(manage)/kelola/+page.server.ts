import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  overview: await locals.door.api.reports.getOverview(),
});
