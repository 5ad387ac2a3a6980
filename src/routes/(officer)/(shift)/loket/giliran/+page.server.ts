import { rotationActions } from '../../../../counters/rotation/rotation-actions.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import type { Actions, PageServerLoad } from './$types';

const ROLES = ['agency-head'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const head = requireStaff(locals, url, ROLES);
  const { malls, rotation, queue } = locals.door.api;
  const mall = await malls.getMall({});
  return {
    rotation: await rotation.getRotation({ agencyId: head.agencyId! }),
    seats: await queue.listSeats({ agencyId: head.agencyId! }),
    officer: { name: head.name },
    mall: { shortName: mall.shortName, timeZone: mall.timeZone, sampleData: mall.sampleData },
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = rotationActions('/loket/giliran', ROLES);
