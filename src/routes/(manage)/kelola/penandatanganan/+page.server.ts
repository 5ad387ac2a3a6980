import { fail, redirect } from '@sveltejs/kit';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { readSent } from '../atur/keep-actions.ts';
import { KEEPERS } from '../perjanjian/keep-agreement.ts';
import { readSigning } from './read-signing.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  return {
    signings: await locals.door.api.signings.listSignings(),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async baru(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const { values, ...read } = readSigning(form);
    if (values === undefined) return fail(400, { ...read, refusal: undefined });
    let signingId: string;
    try {
      ({ signingId } = await api.signings.planSigning(values));
    } catch (error) {
      return fail(409, { ...read, refusal: refusalFrom(error) });
    }
    redirect(303, `/kelola/penandatanganan/${signingId}`);
  },
};
