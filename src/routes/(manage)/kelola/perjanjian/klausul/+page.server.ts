import { error, fail, redirect } from '@sveltejs/kit';
import { CLAUSED_KINDS, TERM_SUBJECTS } from '#areas/agreements/rules/clauses.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readSent, refusalOf } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../keep-agreement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const kind = CLAUSED_KINDS.find((one) => one === url.searchParams.get('jenis')) ?? CLAUSED_KINDS[0];
  const clauses = await locals.door.api.agreements.listClauses();
  return {
    kind,
    clauses: clauses.filter((clause) => clause.kind === kind),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event, KEEPERS);
    const kind = CLAUSED_KINDS.find((one) => one === textOf(form, 'jenis'));
    const subject = TERM_SUBJECTS.find((one) => one === textOf(form, 'pokok'));
    if (kind === undefined || subject === undefined) error(400, 'BAD_INPUT');
    const back = textOf(form, 'kembalikan') !== '';
    const typed = textOf(form, 'bunyi').replaceAll('\r\n', '\n').trim().slice(0, 2000);
    if (!back && typed.length < 3) return fail(400, { subject, typed, wrong: true, refusal: undefined });
    const wording = back ? null : typed;
    const refusal = await refusalOf(api.agreements.saveClause({ kind, subject, version, wording }));
    if (refusal !== undefined) return fail(409, { subject, typed, wrong: false, refusal });
    redirect(303, `/kelola/perjanjian/klausul?jenis=${kind}&kabar=simpan`);
  },
};
