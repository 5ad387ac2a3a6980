import { requireStaff } from '../../../../server/staff-door.ts';
import type { PageServerLoad } from './$types';

/** The head of an agency sees who works for it; changing them is the administrator's. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const head = requireStaff(locals, url, ['agency-head']);
  const { malls, staff } = locals.door.api;
  const mall = await malls.getMall({});
  return {
    officers: await staff.listOfficers({}),
    officer: { name: head.name },
    mall: { shortName: mall.shortName, sampleData: mall.sampleData },
  };
};
