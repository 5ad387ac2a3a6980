import { redirect } from '@sveltejs/kit';
import { isUuid } from '#platform/values/id.ts';
import { textOf } from '../../../server/text-of.ts';
import { readSent, refusalOf, refusedWith, wrong } from '../atur/keep-actions.ts';
import { KEEPERS } from '../perjanjian/keep-agreement.ts';
import { addressOf } from './stage-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  return {
    establishment: await locals.door.api.establishment.getEstablishment(),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

/** An empty field takes the day away; anything that is no day is the operation's to refuse. */
const dayOr = (text: string) => (text === '' ? null : text);

export const actions: Actions = {
  async buka(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const agencyId = textOf(form, 'gerai');
    if (!isUuid(agencyId)) return wrong<undefined, 'year'>(undefined, []);
    const days = { plannedOn: dayOr(textOf(form, 'rencana')), openedOn: dayOr(textOf(form, 'dibuka')) };
    const refusal = await refusalOf(api.establishment.setOpening({ agencyId, ...days }));
    if (refusal !== undefined) return refusedWith<undefined, 'year'>(refusal);
    redirect(303, '/kelola/tahapan?kabar=simpan');
  },

  async evaluasi(event) {
    const { form } = await readSent(event, KEEPERS);
    const year = textOf(form, 'tahun');
    if (!/^20\d{2}$/.test(year)) return wrong<undefined, 'year'>(undefined, ['year']);
    redirect(303, `/kelola/tahapan/${addressOf({ kind: 'evaluation', year: Number(year) })}`);
  },
};
