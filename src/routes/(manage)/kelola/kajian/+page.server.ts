import { redirect } from '@sveltejs/kit';
import { textOf } from '../../../server/text-of.ts';
import { readSent, refusalOf } from '../atur/keep-actions.ts';
import { KEEPERS } from '../perjanjian/keep-agreement.ts';
import { sentBack } from './form/part-actions.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  async selesai(event) {
    const { api, version } = await readSent(event, KEEPERS);
    const refusal = await refusalOf(api.studies.concludeStudy({ version }));
    if (refusal !== undefined) return sentBack(409, { about: 'selesai', typed: {}, problems: [], refusal });
    redirect(303, '/kelola/kajian?kabar=simpan');
  },

  async buka(event) {
    const { form, api, version } = await readSent(event, KEEPERS);
    const reason = textOf(form, 'reason').trim().slice(0, 400);
    const typed = { reason };
    if (reason.length < 3)
      return sentBack(400, { about: 'buka', typed, problems: ['reason'], refusal: undefined });
    const refusal = await refusalOf(api.studies.reopenStudy({ version, reason }));
    if (refusal !== undefined) return sentBack(409, { about: 'buka', typed, problems: [], refusal });
    redirect(303, '/kelola/kajian?kabar=simpan');
  },
};
