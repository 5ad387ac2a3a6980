import { fail, redirect } from '@sveltejs/kit';
import { readAnswer } from '../../../needs/read-answer.ts';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { textOf } from '../../../server/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  survey: await locals.door.api.studies.getNeedsSurvey({}),
  formKey: crypto.randomUUID(),
  thanks: url.searchParams.get('kabar') === 'terima-kasih',
});

export const actions: Actions = {
  async default({ locals, request }) {
    const form = await request.formData();
    const { typed, obstacles, problems, answer } = readAnswer(form);
    if (answer === undefined) return fail(400, { typed, obstacles, problems, refusal: undefined });
    try {
      await locals.door.withKey(textOf(form, 'kunci')).studies.answerNeedsSurvey(answer);
    } catch (error) {
      return fail(409, { typed, obstacles, problems: [], refusal: refusalFrom(error) });
    }
    redirect(303, '/survei-kebutuhan?kabar=terima-kasih');
  },
};
