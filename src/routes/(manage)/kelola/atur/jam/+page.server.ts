import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  return { hours: await locals.door.api.calendar.listWeeks(), news: url.searchParams.get('kabar') };
};
