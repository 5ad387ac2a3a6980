import { requireStaff } from '../../server/staff-door.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
  const keeper = requireStaff(locals, url, ['manager', 'administrator']);
  const mall = await locals.door.api.malls.getMall({});
  return {
    keeper: { name: keeper.name, administrator: keeper.role === 'administrator' },
    mall: {
      shortName: mall.shortName,
      timeZone: mall.timeZone,
      sampleData: mall.sampleData,
      zones: mall.zones,
    },
  };
};
