import { error, redirect } from '@sveltejs/kit';
import { PartContent } from '#areas/studies/parts-contract.ts';
import { CHAPTERS, type Chapter } from '#areas/studies/rules/chapters.ts';
import { isUuid } from '#platform/values/id.ts';
import { textOf } from '../../../../../server/text-of.ts';
import { readSent, refusalOf } from '../../../atur/keep-actions.ts';
import { KEEPERS } from '../../../perjanjian/keep-agreement.ts';
import { sentBack } from '../../form/part-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const chapterAt = (text: string): Chapter => CHAPTERS.find((one) => one === text) ?? error(404, 'NOT_FOUND');

export const load: PageServerLoad = ({ params }) => ({ chapter: chapterAt(params.bab) });

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event, KEEPERS);
    const chapter = chapterAt(event.params.bab);
    // A browser sends line ends as the old teletypes did.
    const typed = { text: textOf(form, 'text').replaceAll('\r\n', '\n') };
    const parsed = PartContent.safeParse({ kind: 'chapter', chapter, ...typed });
    if (!parsed.success)
      return sentBack(400, { about: 'chapter', typed, problems: ['text'], refusal: undefined });
    const id = textOf(form, 'bagian');
    const part = isUuid(id) ? { id, version } : null;
    const refusal = await refusalOf(api.studies.savePart({ part, content: parsed.data, uploadId: null }));
    if (refusal !== undefined) return sentBack(409, { about: 'chapter', typed, problems: [], refusal });
    redirect(303, `/kelola/kajian/bab/${chapter}?kabar=simpan`);
  },
};
