import { error, fail, redirect } from '@sveltejs/kit';
import { refusalFrom } from '../../../../../server/refusal-from.ts';
import { readKnown } from '../../../../../server/known-waiting.ts';
import { requireStaff } from '../../../../../server/staff-door.ts';
import { textOf } from '../../../../../server/text-of.ts';
import type { Actions, PageServerLoad } from './$types';
import { readWeekForm } from './read-week-form.ts';

const KEEPERS = ['manager', 'administrator'] as const;

export const load: PageServerLoad = async ({ locals, parent, params }) => {
  await parent();
  const { today, booths } = await locals.door.api.calendar.listWeeks();
  const booth = booths.find(({ boothId }) => boothId === params.gerai);
  if (booth === undefined) error(404, 'NOT_FOUND');
  const others = booths.filter(({ boothId }) => boothId !== booth.boothId);
  return {
    today,
    booth,
    others: others.map(({ boothId, agencyShortName, revision }) => ({ boothId, agencyShortName, revision })),
    formKey: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  async simpan({ locals, params, request, url }) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const { values, problems, wish } = readWeekForm(form);
    if (wish === undefined) return fail(400, { values, problems, refusal: undefined });
    const booths = [params.gerai, ...values.also].map((boothId) => ({
      boothId,
      revision: readRevision(form, boothId),
    }));
    try {
      await locals.door
        .withKey(textOf(form, 'kunci'))
        .calendar.setWeek({ ...wish, booths, knownWaiting: readKnown(form) });
    } catch (problem) {
      return fail(409, { values, problems, refusal: refusalFrom(problem) });
    }
    redirect(303, '/kelola/atur/jam?kabar=disimpan');
  },

  async batalkan({ locals, params, request, url }) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const wish = {
      boothId: params.gerai,
      revision: readRevision(form, params.gerai),
      validFrom: textOf(form, 'mulai'),
    };
    try {
      await locals.door.withKey(textOf(form, 'kunci')).calendar.cancelWeek(wish);
    } catch (problem) {
      return fail(409, { values: undefined, problems: undefined, refusal: refusalFrom(problem) });
    }
    redirect(303, '/kelola/atur/jam?kabar=dibatalkan');
  },
};

/** The state of a booth's hours that the form showed. */
function readRevision(form: FormData, boothId: string): number {
  const revision = Number(textOf(form, `keadaan-${boothId}`));
  return Number.isSafeInteger(revision) && revision >= 0 ? revision : 0;
}
