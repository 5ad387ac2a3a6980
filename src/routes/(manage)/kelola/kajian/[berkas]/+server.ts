import { error } from '@sveltejs/kit';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { answerWithFile } from '../../../../server/file-reply.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import type { RequestHandler } from './$types';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The study as `kajian.pdf` or `kajian.docx`. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  requireStaff(locals, url, KEEPERS);
  const { studies } = locals.door.api;
  const kinds = {
    'kajian.pdf': { type: 'application/pdf', make: () => studies.getStudyPdf() },
    'kajian.docx': { type: DOCX, make: () => studies.getStudyDocx() },
  };
  if (!Object.hasOwn(kinds, params.berkas)) error(404, 'NOT_FOUND');
  const { type, make } = kinds[params.berkas as keyof typeof kinds];
  const made = await make().catch((refusal: unknown) => error(403, refusalFrom(refusal).refused));
  return answerWithFile(made, type, 'attachment');
};
