import { error } from '@sveltejs/kit';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { numberSource, readReportDay, withSimulated } from '../../../../server/report-day.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  requireStaff(locals, url, ['manager', 'administrator']);
  const day = readReportDay(params.hari);
  const { fileName, csv } = await locals.door.api.reports
    .getDayReportCsv({ day, simulated: withSimulated(url), source: numberSource(url) })
    .catch((refusal: unknown) => error(403, refusalFrom(refusal).refused));
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
};
