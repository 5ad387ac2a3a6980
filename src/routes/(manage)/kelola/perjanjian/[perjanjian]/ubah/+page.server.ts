import { doneOr, readAbout, wrongIn } from '../../keep-agreement.ts';
import { readHead } from '../../read-forms.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  async default(event) {
    const { form, api, seen } = await readAbout(event);
    const read = readHead(form);
    if (read.values === undefined) return wrongIn(read);
    return doneOr(api.agreements.saveHead({ ...seen, ...read.values }), seen, 'simpan', read);
  },
};
