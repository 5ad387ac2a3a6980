import { requireStaff } from '../../../../server/staff-door.ts';
import type { PageServerLoad } from './$types';

/** The head of an agency reads its hours; the manager of the mall sets them. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const head = requireStaff(locals, url, ['agency-head']);
  const { malls, calendar } = locals.door.api;
  const mall = await malls.getMall({});
  const { today, booths } = await calendar.listWeeks();
  const special = await calendar.listSpecialDays();
  return {
    today,
    booth: booths[0],
    seasons: special.seasons,
    exceptions: special.exceptions,
    officer: { name: head.name },
    mall: { shortName: mall.shortName, timeZone: mall.timeZone, sampleData: mall.sampleData },
  };
};
