import { error } from '@sveltejs/kit';
import { isUuid } from '#platform/values/id.ts';
import { refusalFrom } from '../../../../../server/refusal-from.ts';
import { answerWithFile } from '../../../../../server/file-reply.ts';
import { requireStaff } from '../../../../../server/staff-door.ts';
import { KEEPERS } from '../../../perjanjian/keep-agreement.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  requireStaff(locals, url, KEEPERS);
  if (!isUuid(params.hari)) error(404, 'SIGNING_UNKNOWN');
  const set = await locals.door.api.signings
    .getSigningSet({ signingId: params.hari })
    .catch((refusal: unknown) => error(404, refusalFrom(refusal).refused));
  return answerWithFile(set, 'application/pdf');
};
