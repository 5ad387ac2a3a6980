import { fail, redirect } from '@sveltejs/kit';
import { readAnswer } from '../../../../needs/read-answer.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readSent, refusalOf } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import type { SentBack } from '../form/part-actions.ts';
import type { Actions } from './$types';

const PAGE = '/kelola/kajian/survei';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function back(status: 400 | 409, sent: SentBack, obstacles: readonly string[] = []) {
  return fail(status, { ...sent, obstacles });
}

export const actions: Actions = {
  async hari(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const ends = textOf(form, 'tutup') !== '';
    const typed = { from: textOf(form, 'from'), until: textOf(form, 'until') };
    const problems = ends ? [] : (['from', 'until'] as const).filter((field) => !DAY.test(typed[field]));
    if (problems.length > 0) return back(400, { about: 'hari', typed, problems, refusal: undefined });
    const refusal = await refusalOf(api.studies.setNeedsSurvey({ days: ends ? null : typed }));
    if (refusal !== undefined) return back(409, { about: 'hari', typed, problems: [], refusal });
    redirect(303, `${PAGE}?kabar=simpan`);
  },

  async kertas(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const read = readAnswer(form);
    const answeredOn = textOf(form, 'answeredOn');
    const typed = { ...read.typed, answeredOn };
    const problems = [...read.problems, ...(DAY.test(answeredOn) ? [] : ['answeredOn'])];
    if (read.answer === undefined || problems.length > 0)
      return back(400, { about: 'kertas', typed, problems, refusal: undefined }, read.obstacles);
    const refusal = await refusalOf(api.studies.addPaperAnswer({ ...read.answer, answeredOn }));
    if (refusal !== undefined)
      return back(409, { about: 'kertas', typed, problems: [], refusal }, read.obstacles);
    redirect(303, `${PAGE}?kabar=kertas#kertas`);
  },
};
