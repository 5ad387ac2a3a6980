import { redirect } from '@sveltejs/kit';
import { StudyFigures } from '#areas/studies/contract.ts';
import { readSent, refusalOf } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import { problemsOf, sentBack } from '../form/part-actions.ts';
import { FIGURE_FIELDS } from '../form/part-fields.ts';
import { toContent, typedIn } from '../form/read-fields.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event, KEEPERS);
    const typed = typedIn(form, FIGURE_FIELDS);
    const parsed = StudyFigures.safeParse(toContent(typed, FIGURE_FIELDS));
    if (!parsed.success)
      return sentBack(400, {
        ...{ about: 'figures', typed, problems: problemsOf(parsed.error.issues), refusal: undefined },
      });
    const refusal = await refusalOf(api.studies.saveFigures({ version, figures: parsed.data }));
    if (refusal !== undefined) return sentBack(409, { about: 'figures', typed, problems: [], refusal });
    redirect(303, '/kelola/kajian/loket?kabar=simpan');
  },
};
