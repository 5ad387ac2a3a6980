import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const agencies = await api.agencies.listKeptAgencies();
  const chosen = agencies.find(({ slug }) => slug === url.searchParams.get('instansi'));
  return {
    agencies: agencies.map(({ slug, shortName }) => ({ value: slug, label: shortName })),
    chosen: chosen && { id: chosen.id, slug: chosen.slug },
    services: await api.services.listKeptServices(chosen === undefined ? {} : { agencyId: chosen.id }),
    news: url.searchParams.get('kabar'),
  };
};
