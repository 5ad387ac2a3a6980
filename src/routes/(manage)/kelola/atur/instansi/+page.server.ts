import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  return {
    agencies: await locals.door.api.agencies.listKeptAgencies(),
    news: url.searchParams.get('kabar'),
  };
};
