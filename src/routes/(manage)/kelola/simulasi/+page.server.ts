import { fail, redirect } from '@sveltejs/kit';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { requireStaff } from '../../../server/staff-door.ts';
import { textOf } from '../../../server/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

const MODES = ['running', 'paused', 'off'] as const;
const VISITORS_PER_HOUR_MAX = 600;

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  return {
    crowd: await locals.door.api.rehearsal.getCrowd(),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async default({ locals, request, url }) {
    requireStaff(locals, url, ['manager', 'administrator']);
    const form = await request.formData();
    const mode = MODES.find((known) => known === textOf(form, 'keadaan')) ?? 'off';
    const speed = Number(textOf(form, 'kecepatan'));
    const perHour = textOf(form, 'perjam').trim().slice(0, 20);
    const visitorsPerHour = Number(perHour);
    const values = { mode, speed: String(speed), perHour };
    if (!/^\d{1,3}$/.test(perHour) || visitorsPerHour < 1 || visitorsPerHour > VISITORS_PER_HOUR_MAX) {
      return fail(400, { values, perHourWrong: true, refusal: undefined });
    }
    try {
      await locals.door.withKey(textOf(form, 'kunci')).rehearsal.setCrowd({ mode, speed, visitorsPerHour });
    } catch (error) {
      return fail(409, { values, perHourWrong: false, refusal: refusalFrom(error) });
    }
    redirect(303, '/kelola/simulasi?kabar=simpan');
  },
};
