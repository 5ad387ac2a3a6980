import { formatIsoDay } from '#ui/format/times.ts';
import { readVisit } from '../../../counters/visit/read-visit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { mall } = await parent();
  const { api } = locals.door;
  const { now } = await api.capacity.listBoothStates({});
  return { found: await readVisit(api, url, formatIsoDay(now, mall.timeZone)) };
};
