import { error } from '@sveltejs/kit';
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
  return new Response(Buffer.from(pdfBase64, 'base64'), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
};
