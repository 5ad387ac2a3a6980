import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  await parent();
  return { progress: await locals.door.api.setUp.getProgress({}) };
};
