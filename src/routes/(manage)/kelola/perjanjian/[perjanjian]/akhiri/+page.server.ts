import { textOf } from '../../../../../server/text-of.ts';
import { doneOr, readAbout, wrongIn } from '../../keep-agreement.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  async default(event) {
    const { form, api, seen } = await readAbout(event);
    const typed = {
      endedOn: textOf(form, 'endedOn').slice(0, 10),
      reason: textOf(form, 'reason').trim().slice(0, 400),
      handOver: textOf(form, 'handOver').trim().slice(0, 2000),
    };
    const problems = [
      ...(/^\d{4}-\d{2}-\d{2}$/.test(typed.endedOn) ? [] : ['endedOn']),
      ...(typed.reason.length >= 3 ? [] : ['reason']),
    ];
    const read = { typed, problems };
    if (problems.length > 0) return wrongIn(read);
    return doneOr(api.agreements.endAgreement({ ...seen, ...typed }), seen, 'akhir', read);
  },
};
