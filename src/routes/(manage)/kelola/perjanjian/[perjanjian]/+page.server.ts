import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '../../../../server/text-of.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { readHistory, refusalOf, refusedWith } from '../../atur/keep-actions.ts';
import { readVerdict } from '../../../../promises/read-verdict.ts';
import { readAbout } from '../keep-agreement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { agreement, kept: all } = await parent();
  const { api } = locals.door;
  const judged = agreement.promises.filter(({ agency }) =>
    all.agencies.some((one) => one.agency.id === agency.id && one.agreementId === agreement.id),
  );
  const keptPromises = [];
  for (const { agency } of judged) {
    keptPromises.push((await api.reports.getKeptPromise({ agencyId: agency.id })).kept);
  }
  return {
    keptPromises,
    letters: (await api.reports.listPromiseLetters()).filter(({ agency }) =>
      agreement.promises.some((promise) => promise.agency.id === agency.id),
    ),
    today: all.until,
    history: await readHistory(api, 'agreement', agreement.id),
    news: url.searchParams.get('kabar'),
  };
};

const MOVES = { kirim: 'send', setuju: 'agree', buka: 'reopen' } as const;

export const actions: Actions = {
  async pindah(event) {
    const { form, api, seen } = await readAbout(event);
    const move = textOf(form, 'langkah');
    if (!Object.hasOwn(MOVES, move)) return fail(400, { refusal: undefined });
    const act = MOVES[move as keyof typeof MOVES];
    const refusal = await refusalOf(api.agreements.moveAgreement({ ...seen, act }));
    if (refusal !== undefined) return refusedWith<undefined, never>(refusal);
    redirect(303, `/kelola/perjanjian/${seen.agreementId}?kabar=${move}`);
  },

  async suara(event) {
    const { form, api, seen } = await readAbout(event);
    const said = readVerdict(form);
    if (said === undefined) return fail(400, { refusal: undefined });
    const refusal = await refusalOf(api.agreements.tellVerdict({ ...seen, ...said }));
    if (refusal !== undefined) return refusedWith<undefined, never>(refusal);
    redirect(303, `/kelola/perjanjian/${seen.agreementId}?kabar=suara`);
  },

  async nomor(event) {
    const { form, api, seen } = await readAbout(event);
    const number = textOf(form, 'nomor').trim().slice(0, 80);
    const place = Number(textOf(form, 'tempat'));
    const wish = { ...seen, place, number: number === '' ? null : number };
    const refusal = await refusalOf(api.agreements.numberParty(wish));
    if (refusal !== undefined) return refusedWith<undefined, never>(refusal);
    redirect(303, `/kelola/perjanjian/${seen.agreementId}?kabar=nomor`);
  },

  async pola(event) {
    const { form, api, seen } = await readAbout(event);
    const wish = {
      agreementId: seen.agreementId,
      place: Number(textOf(form, 'tempat')),
      pattern: textOf(form, 'pola').trim().slice(0, 80),
      next: Number(textOf(form, 'berikut')),
    };
    const refusal = await refusalOf(api.agreements.setNumberPattern(wish));
    if (refusal !== undefined) return refusedWith<undefined, never>(refusal);
    redirect(303, `/kelola/perjanjian/${seen.agreementId}?kabar=pola`);
  },

  async ambil(event) {
    const { form, api, seen } = await readAbout(event);
    const refusal = await refusalOf(
      api.agreements.takeNumber({ ...seen, place: Number(textOf(form, 'tempat')) }),
    );
    if (refusal !== undefined) return refusedWith<undefined, never>(refusal);
    redirect(303, `/kelola/perjanjian/${seen.agreementId}?kabar=nomor`);
  },

  async lanjut(event) {
    const { form, api, seen } = await readAbout(event);
    const as = textOf(form, 'langkah') === 'perpanjang' ? 'renew' : 'amend';
    let next: string;
    try {
      ({ agreementId: next } = await api.agreements.goOnFrom({ agreementId: seen.agreementId, as }));
    } catch (error) {
      return refusedWith<undefined, never>(refusalFrom(error));
    }
    redirect(303, `/kelola/perjanjian/${next}?kabar=baru`);
  },

  async ingatkan(event) {
    const { form, api, seen } = await readAbout(event);
    const number = textOf(form, 'nomorsurat').trim().slice(0, 80);
    const wish = { agencyId: textOf(form, 'instansi'), number: number.length < 2 ? null : number };
    const refusal = await refusalOf(api.reports.sendReminder(wish));
    if (refusal !== undefined) return refusedWith<undefined, never>(refusal);
    redirect(303, `/kelola/perjanjian/${seen.agreementId}?kabar=surat`);
  },

  async hapus(event) {
    const { api, seen } = await readAbout(event);
    const refusal = await refusalOf(api.agreements.removeAgreement(seen));
    if (refusal !== undefined) return refusedWith<undefined, never>(refusal);
    redirect(303, '/kelola/perjanjian?kabar=hapus');
  },

  async hapusberkas(event) {
    const { form, api, seen } = await readAbout(event);
    const refusal = await refusalOf(api.agreements.removePaper({ paperId: textOf(form, 'berkas') }));
    if (refusal !== undefined) return refusedWith<undefined, never>(refusal);
    redirect(303, `/kelola/perjanjian/${seen.agreementId}?kabar=berkas`);
  },
};
