import { requireStaff } from '../../../../server/staff-door.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const officer = requireStaff(locals, url, ['officer', 'agency-head']);
  const { malls, queue } = locals.door.api;
  const mall = await malls.getMall({});
  return {
    own: await queue.getOfficerDay(),
    officer: { name: officer.name },
    mall: { shortName: mall.shortName, timeZone: mall.timeZone, sampleData: mall.sampleData },
  };
};
