import { error } from '@sveltejs/kit';
import { orErrorPage } from '../../page-refusal.ts';
import { SEARCH_LENGTH_MAX } from '../search-length.ts';
import type { PageServerLoad } from './$types';

/** `/layanan?cari=ktp+hilang&instansi=disdukcapil`: searched on the server, so it works without JavaScript. */
export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const search = (url.searchParams.get('cari') ?? '').trim();
  if (search.length > SEARCH_LENGTH_MAX) error(400, 'SEARCH_TOO_LONG');
  const agency = url.searchParams.get('instansi') ?? '';
  const wanted = { search, ...(agency === '' ? {} : { agency }) };
  const services = await orErrorPage(locals.door.api.services.listServices(wanted), 'AGENCY_UNKNOWN');
  const { agencies } = await parent();
  const listed = services.filter((service) => agencies.some(({ slug }) => slug === service.agencySlug));
  return { search, agency, services: listed };
};
