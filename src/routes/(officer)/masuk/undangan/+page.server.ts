import { fail } from '@sveltejs/kit';
import { readCredentials } from '../../../account/read-credentials.ts';
import { refusalFrom } from '../../../server/refusal-from.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const token = url.searchParams.get('tautan') ?? '';
  try {
    return { token, invitation: await locals.door.api.staff.getInvitation({ token }), refusal: undefined };
  } catch (error) {
    const refusal = refusalFrom(error);
    // What cannot even be a link is told like one that nobody knows.
    if (refusal.refused !== 'BAD_INPUT') return { token, invitation: undefined, refusal };
    return { token, invitation: undefined, refusal: { refused: 'LINK_UNKNOWN', facts: {} } };
  }
};

export const actions: Actions = {
  async default({ locals, request, url }) {
    const { values, problems } = readCredentials(await request.formData());
    if (Object.keys(problems).length > 0) return fail(400, { values, problems, refusal: undefined });
    const token = url.searchParams.get('tautan') ?? '';
    const { password, code } = values;
    try {
      const { staff } = locals.door.withKey(crypto.randomUUID());
      return await staff.acceptInvitation({ token, password, code });
    } catch (error) {
      return fail(409, { values, problems, refusal: refusalFrom(error) });
    }
  },
};
