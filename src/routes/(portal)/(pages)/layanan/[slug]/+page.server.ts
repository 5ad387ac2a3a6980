import { queueOfService } from '#areas/skills/rules/own-line.ts';
import { orErrorPage } from '../../../page-refusal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { services, queue: queues } = locals.door.api;
  const service = await orErrorPage(services.getService({ slug: params.slug }), 'SERVICE_UNKNOWN');
  const { booths } = await parent();
  const live = await queues.listLiveQueues({});
  const queue = live.queues.find((each) => each.agencySlug === service.agencySlug);
  const siblings = await services.listServices({ agency: service.agencySlug });
  return {
    service,
    booth: booths.find((booth) => booth.agencySlug === service.agencySlug),
    queue: queue && queueOfService(queue, service.id),
    streamToken: live.streamToken,
    siblings: siblings.filter((sibling) => sibling.id !== service.id),
  };
};
