import { answerWithLetter } from '../../../../../server/letter-pdf.ts';
import { requireStaff } from '../../../../../server/staff-door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
  requireStaff(locals, url, ['manager', 'administrator']);
  return answerWithLetter(locals, params.surat);
};
