import { redirect } from '@sveltejs/kit';
import type { SheetTexts } from '#areas/services/rules/service-sheet.ts';
import { isUuid } from '#platform/values/id.ts';
import { refusalFrom } from '../../../../../server/refusal-from.ts';
import { requireStaff } from '../../../../../server/staff-door.ts';
import { textOf } from '../../../../../server/text-of.ts';
import { readSent, refusedWith, wrong } from '../../keep-actions.ts';
import { readServiceForm } from '../read-service-form.ts';
import type { ServiceFormField } from '../service-errors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  requireStaff(locals, url, ['administrator']);
  await parent();
  const agencies = (await locals.door.api.agencies.listKeptAgencies()).filter(({ active }) => active);
  return {
    agencies: agencies.map(({ id, shortName }) => ({ value: id, label: shortName })),
    chosen: agencies.find(({ slug }) => slug === url.searchParams.get('instansi'))?.id ?? '',
    formKey: crypto.randomUUID(),
  };
};

interface Typed {
  readonly agencyId: string;
  readonly texts: SheetTexts;
}

export const actions: Actions = {
  async default(event) {
    const { form, api } = await readSent(event);
    const { texts, problems, values } = readServiceForm(form);
    const agencyId = textOf(form, 'instansi').slice(0, 40);
    const typed: Typed = { agencyId, texts };
    const chosen = isUuid(agencyId);
    if (values === undefined || !chosen)
      return wrong<Typed, ServiceFormField>(typed, [...(chosen ? [] : ['agencyId' as const]), ...problems]);
    let serviceId: string;
    try {
      ({ serviceId } = await api.services.addService({ ...values, agencyId }));
    } catch (error) {
      return refusedWith<Typed, ServiceFormField>(refusalFrom(error), typed);
    }
    redirect(303, `/kelola/atur/layanan/${serviceId}?kabar=baru`);
  },
};
