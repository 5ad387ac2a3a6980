import type { LiveQueue } from '#areas/queue/contract.ts';
import { makeServiceMatcher } from '#areas/services/rules/match-service.ts';
import type { PageServerLoad } from './$types';

const QUEUES_SHOWN_MAX = 6;

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { queue, services } = locals.door.api;
  const { agencies } = await parent();
  const [live, kept] = await Promise.all([queue.listLiveQueues({}), services.listServices({})]);
  const all = kept.filter((service) => agencies.some(({ slug }) => slug === service.agencySlug));
  const examples = EXAMPLES[locals.door.language].filter((words) => all.some(makeServiceMatcher(words)));
  return { live, busiest: findBusiest(live.queues), servicesCount: all.length, examples };
};

/** What people often come for; only those are offered that find something in this mall. */
const EXAMPLES = {
  id: ['Akta lahir', 'Kartu Keluarga', 'Pajak kendaraan', 'SKCK'],
  en: ['Birth certificate', 'Family card', 'Vehicle tax', 'Police record'],
} as const;

/** Where people wait or counters are staffed, the longest line first. */
function findBusiest(queues: readonly LiveQueue[]): LiveQueue[] {
  return queues
    .filter((queue) => queue.waiting > 0 || queue.countersOpen > 0)
    .toSorted((a, b) => b.waiting - a.waiting || (b.wait?.p50Minutes ?? 0) - (a.wait?.p50Minutes ?? 0))
    .slice(0, QUEUES_SHOWN_MAX);
}
