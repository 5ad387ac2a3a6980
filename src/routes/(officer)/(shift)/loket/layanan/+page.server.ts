import { requireStaff } from '../../../../server/staff-door.ts';
import { readSubject, skillsActions } from '../../../../counters/skills/skills-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const ROLES = ['agency-head'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const head = requireStaff(locals, url, ROLES);
  const { malls, skills } = locals.door.api;
  const mall = await malls.getMall({});
  return {
    skills: await skills.getSkills({ agencyId: head.agencyId! }),
    subject: readSubject(url.searchParams.get('ubah')),
    officer: { name: head.name },
    mall: { shortName: mall.shortName, timeZone: mall.timeZone, sampleData: mall.sampleData },
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = skillsActions('/loket/layanan', ROLES);
