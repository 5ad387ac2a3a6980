import { fail, redirect } from '@sveltejs/kit';
import { ExceptionScope } from '#areas/calendar/contract.ts';
import { refusalFrom } from '../../../../../server/refusal-from.ts';
import { readKnown } from '../../../../../server/known-waiting.ts';
import { requireStaff } from '../../../../../server/staff-door.ts';
import { textOf } from '../../../../../server/text-of.ts';
import { dayProblem } from '../read-day.ts';
import { readHours } from '../read-hours.ts';
import { daysOfMonth, readMonth } from './month.ts';
import type { Actions, PageServerLoad } from './$types';

const KEEPERS = ['manager', 'administrator'] as const;
const PAGE = '/kelola/atur/jam/kalender';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { calendar } = locals.door.api;
  const special = await calendar.listSpecialDays();
  const month = readMonth(url.searchParams.get('bulan'), special.today);
  const plan = await calendar.listOpeningDays({ from: `${month}-01`, days: daysOfMonth(month) });
  return {
    today: special.today,
    exceptions: special.exceptions.filter(({ day }) => day >= special.today || day.startsWith(month)),
    month,
    days: plan.days,
    booths: plan.booths,
    shown: url.searchParams.get('gerai') ?? '',
    chosenDay: url.searchParams.get('hari') ?? '',
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
      hours: days[0]!,
      whom: textOf(form, 'siapa').slice(0, 40),
      day: textOf(form, 'hari').slice(0, 10),
      kind: textOf(form, 'jenis') === 'tutup' ? 'tutup' : 'buka',
      reason: textOf(form, 'alasan').trim().slice(0, 200),
    };
    const opens = values.kind === 'buka';
    const problems = {
      hours: opens ? hoursProblems : [],
      noHours: opens && hours.length === 0 ? ('exceptionHoursProblem' as const) : undefined,
      day: dayProblem(values.day),
      reason: values.reason.length < 3 ? ('reasonProblem' as const) : undefined,
      whom: values.whom === '' ? ('whomProblem' as const) : undefined,
    };
    if (problems.hours.length > 0 || (problems.noHours ?? problems.day ?? problems.reason ?? problems.whom))
      return fail(400, { values, problems, refusal: undefined, removed: undefined });
    const wide = ExceptionScope.safeParse(values.whom);
    const whom = wide.success
      ? { scope: wide.data, agencyId: null }
      : { scope: 'agency' as const, agencyId: values.whom };
    const given = opens ? hours.map(({ opens: from, closes }) => ({ opens: from, closes })) : [];
    const { day, reason } = values;
    try {
      await locals.door
        .withKey(textOf(form, 'kunci'))
        .calendar.addException({ ...whom, day, reason, hours: given, knownWaiting: readKnown(form) });
    } catch (error) {
      return fail(409, { values, problems, refusal: refusalFrom(error), removed: undefined });
    }
    const shown = new URLSearchParams({
      bulan: values.day.slice(0, 7),
      gerai: url.searchParams.get('gerai') ?? '',
      kabar: 'disimpan',
    });
    redirect(303, `${PAGE}?${shown}`);
  },

  async hapus({ locals, request, url }) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const exceptionId = textOf(form, 'khusus');
    try {
      await locals.door
        .withKey(textOf(form, 'kunci'))
        .calendar.removeException({ exceptionId, knownWaiting: readKnown(form) });
    } catch (error) {
      const refusal = refusalFrom(error);
      return fail(409, { values: undefined, problems: undefined, refusal, removed: exceptionId });
    }
    redirect(303, `${PAGE}?kabar=dihapus`);
  },
};
