import { requireStaff } from '../../server/staff-door.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = requireStaff(locals, url, ['region-head', 'manager', 'administrator']);
  const { malls, reports } = locals.door.api;
  const mall = await malls.getMall({});
  return {
    view: await reports.getRegionView(),
    reader: { name: reader.name, keeps: reader.role !== 'region-head' },
    mall: { name: mall.name, shortName: mall.shortName, sampleData: mall.sampleData },
  };
};
