import { error } from '@sveltejs/kit';
import { isUuid } from '#platform/values/id.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, parent }) => {
  await parent();
  if (!isUuid(params.perjanjian)) error(404, 'AGREEMENT_UNKNOWN');
  try {
    return {
      agreement: await locals.door.api.agreements.getAgreement({ agreementId: params.perjanjian }),
      formKey: crypto.randomUUID(),
    };
  } catch (cause) {
    const { refused } = refusalFrom(cause);
    error(404, refused);
  }
};
