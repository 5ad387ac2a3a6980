import { fail, redirect } from '@sveltejs/kit';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { requireStaff } from '../../../server/staff-door.ts';
import { textOf } from '../../../server/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  return {
    devices: await locals.door.api.staff.listDevices(),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async pasang({ locals, request, url }) {
    requireStaff(locals, url, ['administrator']);
    const form = await request.formData();
    const values = {
      code: textOf(form, 'kode').trim().toUpperCase().slice(0, 20),
      name: textOf(form, 'nama').trim().slice(0, 100),
      zoneId: textOf(form, 'zona').slice(0, 40),
    };
    const problems = {
      code: /^[A-Z0-9]{3}[\s-]?[A-Z0-9]{3}$/.test(values.code) ? undefined : ('codeProblem' as const),
      name: values.name.length >= 2 && values.name.length <= 60 ? undefined : ('nameProblem' as const),
      zone: values.zoneId === '' ? ('zoneProblem' as const) : undefined,
    };
    if (problems.code ?? problems.name ?? problems.zone) return fail(400, { values, problems });
    try {
      await locals.door.withKey(textOf(form, 'kunci')).staff.confirmPairing(values);
    } catch (error) {
      return fail(409, { values, refusal: refusalFrom(error) });
    }
    redirect(303, '/kelola/perangkat?kabar=pasang');
  },

  async cabut({ locals, request, url }) {
    requireStaff(locals, url, ['administrator']);
    const form = await request.formData();
    try {
      await locals.door
        .withKey(textOf(form, 'kunci'))
        .staff.revokeDevice({ deviceId: textOf(form, 'perangkat') });
    } catch (error) {
      return fail(409, { refusal: refusalFrom(error) });
    }
    redirect(303, '/kelola/perangkat?kabar=cabut');
  },
};
