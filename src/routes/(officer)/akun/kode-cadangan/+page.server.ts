import { fail } from '@sveltejs/kit';
import { readProof } from '../../../account/read-credentials.ts';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { requireStaff } from '../../../server/staff-door.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  async default({ locals, request, url }) {
    requireStaff(locals, url);
    const { values, problems } = readProof(await request.formData());
    if (Object.keys(problems).length > 0) return fail(400, { values, problems, refusal: undefined });
    try {
      const { staff } = locals.door.withKey(crypto.randomUUID());
      return await staff.renewOwnRecoveryCodes({ password: values.oldPassword });
    } catch (error) {
      return fail(409, { values, problems, refusal: refusalFrom(error) });
    }
  },
};
