import { error, fail, redirect } from '@sveltejs/kit';
import { MeetingValues, Notice } from '#areas/coordination/contract.ts';
import { isUuid } from '#platform/values/id.ts';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { textOf } from '../../../server/text-of.ts';
import { readSent, refusalOf } from '../atur/keep-actions.ts';
import { KEEPERS } from '../perjanjian/keep-agreement.ts';
import { closeDecision } from './close-decision.ts';
import { readFields } from './read-fields.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = '/kelola/rapat';
const NoticeWish = Notice.pick({ untilDay: true, words: true }).refine(({ words }) => words.length >= 3, {
  path: ['words'],
});

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  return {
    coordination: await locals.door.api.coordination.getCoordination(),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
    monthWrong: url.searchParams.get('kabar') === 'bulan',
  };
};

export const actions: Actions = {
  async baru(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const { values, ...read } = readFields(
      form,
      MeetingValues,
      ['day', 'title', 'place', 'notes'],
      ['place'],
    );
    if (values === undefined) return fail(400, { ...read, refusal: undefined });
    let meetingId: string;
    try {
      ({ meetingId } = await api.coordination.holdMeeting(values));
    } catch (refusal) {
      return fail(409, { ...read, refusal: refusalFrom(refusal) });
    }
    redirect(303, `${PAGE}/${meetingId}?kabar=simpan`);
  },

  tutup: (event) => closeDecision(event, PAGE),

  async umumkan(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const { values, ...read } = readFields(form, NoticeWish, ['words', 'untilDay']);
    if (values === undefined) return fail(400, { ...read, refusal: undefined });
    const refusal = await refusalOf(api.coordination.sendNotice(values));
    if (refusal !== undefined) return fail(409, { ...read, refusal });
    redirect(303, `${PAGE}?kabar=simpan`);
  },

  async tarik(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const noticeId = textOf(form, 'pengumuman');
    if (!isUuid(noticeId)) error(400, 'BAD_INPUT');
    const refusal = await refusalOf(api.coordination.endNotice({ noticeId }));
    if (refusal !== undefined)
      return fail(409, { typed: {} as Record<string, string>, problems: [] as string[], refusal });
    redirect(303, `${PAGE}?kabar=simpan`);
  },
};
