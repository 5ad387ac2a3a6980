import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { agencies } = await parent();
  const agency = agencies.find(({ slug }) => slug === params.slug) ?? error(404, 'AGENCY_UNKNOWN');
  const { services, capacity, queue } = locals.door.api;
  const { now, booths } = await capacity.listBoothStates({});
  const live = await queue.listLiveQueues({});
  return {
    agency,
    now,
    booth: booths.find((booth) => booth.agencyId === agency.id),
    queue: live.queues.find((each) => each.agencyId === agency.id),
    streamToken: live.streamToken,
    services: await services.listServices({ agency: agency.slug }),
  };
};
