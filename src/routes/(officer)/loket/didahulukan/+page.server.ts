import { fail, redirect } from '@sveltejs/kit';
import { requireStaff } from '../../../server/staff-door.ts';
import { refusalFrom } from '../../../server/refusal-from.ts';
import type { Actions, PageServerLoad } from './$types';

const ROLES = ['officer', 'agency-head'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const officer = requireStaff(locals, url, ROLES);
  const { malls, queue, staff } = locals.door.api;
  const mall = await malls.getMall({});
  return {
    list: await queue.listFirstPlaces(),
    agency: (await staff.getMe()).agencyShortName ?? mall.shortName,
    officer: { name: officer.name },
    mall: { shortName: mall.shortName, timeZone: mall.timeZone, sampleData: mall.sampleData },
    formKey: crypto.randomUUID(),
    given: { from: url.searchParams.get('dari'), code: url.searchParams.get('nomor') },
  };
};

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    requireStaff(locals, url, ROLES);
    const form = await request.formData();
    const textOf = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const ticketId = textOf('id');
    let code: string;
    try {
      // The key belongs to the row: two rows of one page are two deeds.
      ({ code } = await locals.door
        .withKey(`${textOf('kunci')}-${ticketId}`)
        .queue.giveFirstPlace({ ticketId }));
    } catch (thrown) {
      return fail(409, refusalFrom(thrown));
    }
    redirect(303, `/loket/didahulukan?${new URLSearchParams({ dari: textOf('dari'), nomor: code })}`);
  },
};
