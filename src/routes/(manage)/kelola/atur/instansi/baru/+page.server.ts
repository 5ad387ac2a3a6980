import { redirect } from '@sveltejs/kit';
import { refusalFrom } from '../../../../../server/refusal-from.ts';
import { requireStaff } from '../../../../../server/staff-door.ts';
import { readSent, refusedWith, wrong } from '../../keep-actions.ts';
import { readAgencyForm, type AgencyField, type AgencyTexts } from '../read-agency-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  requireStaff(locals, url, ['administrator']);
  await parent();
  return { formKey: crypto.randomUUID() };
};

export const actions: Actions = {
  async default(event) {
    const { form, api } = await readSent(event);
    const { texts, problems, values } = readAgencyForm(form);
    if (values === undefined) return wrong(texts, problems);
    let agencyId: string;
    try {
      ({ agencyId } = await api.agencies.addAgency(values));
    } catch (error) {
      return refusedWith<AgencyTexts, AgencyField>(refusalFrom(error), texts);
    }
    redirect(303, `/kelola/atur/instansi/${agencyId}?kabar=baru`);
  },
};
