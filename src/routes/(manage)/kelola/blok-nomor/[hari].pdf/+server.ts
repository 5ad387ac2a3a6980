import { error } from '@sveltejs/kit';
import { answerWithFile } from '../../../../server/file-reply.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { readReportDay } from '../../../../server/report-day.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  requireStaff(locals, url, ['manager', 'administrator']);
  const agencyId = url.searchParams.get('instansi');
  const { fileName, pdfBase64 } = await locals.door.api.paper
    .getNumberSheet({ day: readReportDay(params.hari), ...(agencyId === null ? {} : { agencyId }) })
    .catch((refusal: unknown) => error(404, refusalFrom(refusal).refused));
  return answerWithFile({ fileName, base64: pdfBase64 }, 'application/pdf');
};
