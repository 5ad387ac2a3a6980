import { fail, redirect } from '@sveltejs/kit';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readOfficerForm } from './read-officer-form.ts';
import type { Actions, PageServerLoad } from './$types';

const SEARCH_LENGTH_MAX = 60;

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const search = (url.searchParams.get('cari') ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, SEARCH_LENGTH_MAX);
  const agencies = await api.agencies.listAgencies({});
  return {
    officers: await api.staff.listOfficers({ search }),
    agencies: agencies.map(({ id, shortName }) => ({ id, shortName })),
    search,
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async undang({ locals, request, url }) {
    requireStaff(locals, url, ['administrator']);
    const form = await request.formData();
    const { values, problems, wish } = readOfficerForm(form, 'new');
    if (wish === undefined) return fail(400, { values, problems, refusal: undefined });
    let officerId: string;
    try {
      ({ officerId } = await locals.door.withKey(textOf(form, 'kunci')).staff.inviteOfficer(wish));
    } catch (error) {
      return fail(409, { values, problems, refusal: refusalFrom(error) });
    }
    redirect(303, `/kelola/atur/petugas/${officerId}?kabar=diundang`);
  },
};
