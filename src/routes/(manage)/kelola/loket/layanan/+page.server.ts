import { redirect } from '@sveltejs/kit';
import { readSubject, skillsActions } from '../../../../counters/skills/skills-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const agencies = await api.agencies.listAgencies({});
  const chosen = agencies.find(({ id }) => id === url.searchParams.get('instansi'));
  if (chosen === undefined) redirect(303, '/kelola/loket');
  return {
    skills: await api.skills.getSkills({ agencyId: chosen.id }),
    subject: readSubject(url.searchParams.get('ubah')),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = skillsActions('/kelola/loket/layanan', ['manager', 'administrator']);
