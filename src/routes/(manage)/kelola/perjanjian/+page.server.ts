import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url }) => {
  await parent();
  return { news: url.searchParams.get('kabar') };
};
