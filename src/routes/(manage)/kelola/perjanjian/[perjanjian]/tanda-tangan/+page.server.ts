import { textOf } from '../../../../../server/text-of.ts';
import { doneOr, readAbout, wrongIn } from '../../keep-agreement.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  async default(event) {
    const { form, api, seen } = await readAbout(event);
    const typed = {
      signedOn: textOf(form, 'signedOn').slice(0, 10),
      signedAt: textOf(form, 'signedAt').trim().slice(0, 160),
    };
    const problems = [
      ...(/^\d{4}-\d{2}-\d{2}$/.test(typed.signedOn) ? [] : ['signedOn']),
      ...(typed.signedAt.length >= 3 ? [] : ['signedAt']),
    ];
    const read = { typed, problems };
    if (problems.length > 0) return wrongIn(read);
    return doneOr(api.agreements.signAgreement({ ...seen, ...typed }), seen, 'tanda', read);
  },
};
