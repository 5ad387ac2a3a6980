import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  await parent();
  const { agreements, capacity, reports } = locals.door.api;
  const overview = await reports.getOverview();
  const booth = overview.booths.find(({ agencySlug }) => agencySlug === params.instansi);
  if (booth === undefined) error(404, 'AGENCY_UNKNOWN');
  const { booths } = await capacity.listClosures();
  const running = ['in-force', 'ends-soon', 'lapsed'];
  const agreement = (await agreements.listAgreements()).find(
    ({ agencies, standing }) =>
      running.includes(standing) && agencies.some(({ id }) => id === booth.agencyId),
  );
  return {
    overview,
    agencyId: booth.agencyId,
    closable: booths.filter(({ agencyId }) => agencyId === booth.agencyId),
    agreementId: agreement?.id ?? null,
    formKey: crypto.randomUUID(),
  };
};
