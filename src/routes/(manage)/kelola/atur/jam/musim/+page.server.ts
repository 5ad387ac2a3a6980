import { fail, redirect } from '@sveltejs/kit';
import { refusalFrom } from '../../../../../server/refusal-from.ts';
import { readKnown } from '../../../../../server/known-waiting.ts';
import { requireStaff } from '../../../../../server/staff-door.ts';
import { textOf } from '../../../../../server/text-of.ts';
import { dayProblem } from '../read-day.ts';
import { readHours } from '../read-hours.ts';
import { WHOLE_MALL } from './whole-mall.ts';
import type { Actions, PageServerLoad } from './$types';

const KEEPERS = ['manager', 'administrator'] as const;

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { calendar, agencies } = locals.door.api;
  const special = await calendar.listSpecialDays();
  const choices = (await agencies.listAgencies({})).map(({ id, shortName }) => ({ id, shortName }));
  return {
    today: special.today,
    seasons: special.seasons,
    agencies: choices,
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async tambah({ locals, request, url }) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const { days, hours, problems: hoursProblems } = readHours(form);
    const values = {
      days,
      name: textOf(form, 'nama').trim().slice(0, 80),
      basis: textOf(form, 'dasar').trim().slice(0, 200),
      scope: textOf(form, 'instansi').slice(0, 40),
      firstDay: textOf(form, 'awal').slice(0, 10),
      lastDay: textOf(form, 'akhir').slice(0, 10),
    };
    const problems = {
      hours: hoursProblems,
      name: values.name.length < 3 ? ('seasonNameProblem' as const) : undefined,
      basis: values.basis.length < 3 ? ('seasonBasisProblem' as const) : undefined,
      firstDay: dayProblem(values.firstDay),
      lastDay: dayProblem(values.lastDay),
    };
    if (
      problems.hours.length > 0 ||
      (problems.name ?? problems.basis ?? problems.firstDay ?? problems.lastDay)
    )
      return fail(400, { values, problems, refusal: undefined, ended: undefined });
    const { name, basis, firstDay, lastDay } = values;
    const agencyId = values.scope === WHOLE_MALL ? null : values.scope;
    const wish = { name, basis, firstDay, lastDay, agencyId, hours, knownWaiting: readKnown(form) };
    try {
      await locals.door.withKey(textOf(form, 'kunci')).calendar.addSeason(wish);
    } catch (error) {
      return fail(409, { values, problems, refusal: refusalFrom(error), ended: undefined });
    }
    redirect(303, '/kelola/atur/jam/musim?kabar=disimpan');
  },

  async akhiri({ locals, request, url }) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const seasonId = textOf(form, 'musim');
    try {
      await locals.door
        .withKey(textOf(form, 'kunci'))
        .calendar.endSeason({ seasonId, knownWaiting: readKnown(form) });
    } catch (error) {
      const refusal = refusalFrom(error);
      return fail(409, { values: undefined, problems: undefined, refusal, ended: seasonId });
    }
    redirect(303, '/kelola/atur/jam/musim?kabar=diakhiri');
  },
};
