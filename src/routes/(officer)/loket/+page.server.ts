import { error } from '@sveltejs/kit';
import { requireStaff } from '../../server/staff-door.ts';
import { refusalFrom } from '../../server/refusal-from.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const officer = requireStaff(locals, url, ['officer', 'agency-head']);
  const { api } = locals.door;
  const mall = await api.malls.getMall({});
  const desk = await api.queue
    .getDesk()
    .catch((refusal: unknown) => error(403, refusalFrom(refusal).refused));
  return {
    desk,
    officer: { name: officer.name, leads: officer.role === 'agency-head' },
    mall: { shortName: mall.shortName, timeZone: mall.timeZone, sampleData: mall.sampleData },
  };
};
