import { formatIsoDay } from '#ui/format/times.ts';
import { readVisit } from '../../../../counters/visit/read-visit.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const officer = requireStaff(locals, url, ['officer', 'agency-head']);
  const { api } = locals.door;
  const mall = await api.malls.getMall({});
  const { now } = await api.capacity.listBoothStates({});
  return {
    found: await readVisit(api, url, formatIsoDay(now, mall.timeZone)),
    officer: { name: officer.name },
    mall: { shortName: mall.shortName, timeZone: mall.timeZone, sampleData: mall.sampleData },
  };
};
