import { redirect } from '@sveltejs/kit';
import { MallValues } from '#areas/malls/contract.ts';
import { takeBack } from '#platform/values/changes.ts';
import {
  NO_LONGER_TAKEN,
  readFormer,
  readHistory,
  readSent,
  refusalOf,
  refusedWith,
  wrong,
} from '../keep-actions.ts';
import { readMallForm, type MallField, type MallTexts } from './read-mall-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const kept = await api.malls.getKeptMall();
  return {
    kept,
    history: await readHistory(api, 'mall', kept.id),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event);
    const { texts, problems, values } = readMallForm(form);
    if (values === undefined) return wrong<MallTexts, MallField>(texts, problems);
    const refusal = await refusalOf(api.malls.saveMall({ ...values, version }));
    if (refusal !== undefined) return refusedWith<MallTexts, MallField>(refusal, texts);
    redirect(303, '/kelola/atur/mal?kabar=simpan');
  },

  async kembalikan(event) {
    const { form, api, version } = await readSent(event);
    const { door } = event.locals;
    const kept = await door.api.malls.getKeptMall();
    const changes = await readFormer(door.api, form, 'mall', kept.id);
    const former = MallValues.safeParse(takeBack(kept, changes));
    if (!former.success) return refusedWith<MallTexts, MallField>(NO_LONGER_TAKEN);
    const refusal = await refusalOf(api.malls.saveMall({ ...former.data, version }));
    if (refusal !== undefined) return refusedWith<MallTexts, MallField>(refusal);
    redirect(303, '/kelola/atur/mal?kabar=kembali');
  },
};
