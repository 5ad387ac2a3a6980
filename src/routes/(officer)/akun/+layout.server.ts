import { homeOf, requireStaff } from '../../server/staff-door.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, setHeaders }) => {
  const officer = requireStaff(locals, url);
  // What is typed and shown here is kept by no cache.
  setHeaders({ 'cache-control': 'no-store' });
  const { malls, staff } = locals.door.api;
  const mall = await malls.getMall({});
  return {
    home: homeOf(officer.role),
    account: await staff.getOwnAccount(),
    mall: { shortName: mall.shortName, sampleData: mall.sampleData },
  };
};
