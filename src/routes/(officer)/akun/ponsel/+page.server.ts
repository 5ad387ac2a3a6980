import { fail, redirect } from '@sveltejs/kit';
import { readCredentials } from '../../../account/read-credentials.ts';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { requireStaff } from '../../../server/staff-door.ts';
import type { Actions, PageServerLoad } from './$types';

/** The address carries which key is shown: a form that comes back shows the one that the phone has taken. */
export const load: PageServerLoad = async ({ locals, url, parent }) => {
  await parent();
  requireStaff(locals, url);
  const asked = url.searchParams.get('kunci') ?? undefined;
  const offer = await locals.door.api.staff.offerAuthenticator(
    asked !== undefined && asked.length >= 20 && asked.length <= 400 ? { token: asked } : {},
  );
  if (offer.token !== asked) redirect(303, `/akun/ponsel?kunci=${encodeURIComponent(offer.token)}`);
  return offer;
};

export const actions: Actions = {
  async default({ locals, request, url }) {
    requireStaff(locals, url);
    const { values, problems } = readCredentials(await request.formData(), 'authenticator');
    if (Object.keys(problems).length > 0) return fail(400, { values, problems, refusal: undefined });
    const token = url.searchParams.get('kunci') ?? '';
    try {
      const { staff } = locals.door.withKey(crypto.randomUUID());
      return await staff.renewOwnAuthenticator({ token, password: values.oldPassword, code: values.code });
    } catch (error) {
      return fail(409, { values, problems, refusal: refusalFrom(error) });
    }
  },
};
