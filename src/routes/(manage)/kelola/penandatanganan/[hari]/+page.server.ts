import { error, fail, redirect } from '@sveltejs/kit';
import { isUuid } from '#platform/values/id.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readSent, refusalOf, type FormEvent } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import { readSigning } from '../read-signing.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  if (!isUuid(params.hari)) error(404, 'SIGNING_UNKNOWN');
  const signing = await locals.door.api.signings
    .getSigning({ signingId: params.hari })
    .catch((refusal: unknown) => error(404, refusalFrom(refusal).refused));
  return { signing, formKey: crypto.randomUUID(), news: url.searchParams.get('kabar') };
};

async function readAbout(event: FormEvent & { readonly params: { readonly hari: string } }) {
  const { form, api, version } = await readSent(event, KEEPERS);
  const seen = { signingId: event.params.hari, version };
  return { form, signings: api.signings, seen, page: `/kelola/penandatanganan/${event.params.hari}` };
}

/** Waits for the deed; then the page again. Where it was refused, the form comes back. */
async function doneOr(
  deed: Promise<unknown>,
  page: string,
  read: Partial<ReturnType<typeof readSigning>> = {},
) {
  const refusal = await refusalOf(deed);
  if (refusal !== undefined) return back(409, refusal, read);
  redirect(303, `${page}?kabar=simpan`);
}

function back(
  status: 400 | 409,
  refusal: BareRefusal | undefined,
  { typed = {}, problems = [] }: Partial<ReturnType<typeof readSigning>>,
) {
  return fail(status, { typed, problems, refusal });
}

export const actions: Actions = {
  async simpan(event) {
    const { form, signings, seen, page } = await readAbout(event);
    const { values, ...read } = readSigning(form);
    if (values === undefined) return back(400, undefined, read);
    return doneOr(signings.saveSigning({ ...seen, ...values }), page, read);
  },

  async masukkan(event) {
    const { form, signings, seen, page } = await readAbout(event);
    const agreementIds = form.getAll('perjanjian').filter((one) => typeof one === 'string' && isUuid(one));
    if (agreementIds.length === 0) redirect(303, page);
    return doneOr(signings.addToSigning({ ...seen, agreementIds: agreementIds.map(String) }), page);
  },

  async urutan(event) {
    const { form, signings, seen, page } = await readAbout(event);
    const agreementId = textOf(form, 'perjanjian');
    const step = textOf(form, 'langkah');
    if (!isUuid(agreementId)) error(400, 'BAD_INPUT');
    const one = { ...seen, agreementId };
    if (step === 'keluarkan') return doneOr(signings.takeFromSigning(one), page);
    return doneOr(signings.moveInSigning({ ...one, by: step === 'naik' ? -1 : 1 }), page);
  },

  async tanda(event) {
    const { signings, seen, page } = await readAbout(event);
    return doneOr(signings.signAllReady(seen), page);
  },

  async hapus(event) {
    const { signings, seen } = await readAbout(event);
    const refusal = await refusalOf(signings.removeSigning(seen));
    if (refusal !== undefined) return back(409, refusal, {});
    redirect(303, '/kelola/penandatanganan?kabar=hapus');
  },
};
