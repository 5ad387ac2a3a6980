import { fail, redirect } from '@sveltejs/kit';
import { LetterValues } from '#areas/establishment/contract.ts';
import { isUuid } from '#platform/values/id.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readSent, refusalOf, refusedWith } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import { addressOf, stageAt } from '../stage-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const { stages } = await api.establishment.getEstablishment();
  return {
    letters: await api.establishment.listLetters(),
    stageKeys: stages.map(({ kind, year }) => ({ kind, year })),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

const FIELDS = ['kind', 'number', 'day', 'title', 'issuer', 'stage'] as const;

export const actions: Actions = {
  async tambah(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const typed: Record<string, string> = Object.fromEntries(
      FIELDS.map((field) => [field, textOf(form, field).trim().slice(0, 300)]),
    );
    const upload = textOf(form, 'unggahan');
    const parsed = LetterValues.safeParse({
      ...typed,
      number: typed['number'] || null,
      stage: stageAt(typed['stage'] ?? '') ?? null,
    });
    if (!parsed.success) {
      const problems = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
      return fail(400, { typed, problems, refusal: undefined });
    }
    const wish = { ...parsed.data, uploadId: isUuid(upload) ? upload : null };
    const refusal = await refusalOf(api.establishment.addLetter(wish));
    const problems: string[] = [];
    if (refusal !== undefined) return fail(409, { typed, problems, refusal });
    const back = stageAt(textOf(form, 'kembali'));
    redirect(303, `/kelola/tahapan/${back === undefined ? 'surat' : addressOf(back)}?kabar=simpan`);
  },

  async hapus(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const refusal = await refusalOf(api.establishment.removeLetter({ letterId: textOf(form, 'surat') }));
    if (refusal !== undefined) return refusedWith<undefined, never>(refusal);
    redirect(303, '/kelola/tahapan/surat?kabar=simpan');
  },
};
