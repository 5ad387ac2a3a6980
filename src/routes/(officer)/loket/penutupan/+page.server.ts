import { closureActions } from '../../../closures/closure-actions.ts';
import { requireStaff } from '../../../server/staff-door.ts';
import type { Actions, PageServerLoad } from './$types';

const ROLES = ['officer', 'agency-head'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const officer = requireStaff(locals, url, ROLES);
  const { malls, capacity } = locals.door.api;
  const mall = await malls.getMall({});
  return {
    list: await capacity.listClosures(),
    officer: { name: officer.name, leads: officer.role === 'agency-head' },
    mall: { shortName: mall.shortName, timeZone: mall.timeZone, sampleData: mall.sampleData },
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = closureActions('/loket/penutupan', ROLES);
