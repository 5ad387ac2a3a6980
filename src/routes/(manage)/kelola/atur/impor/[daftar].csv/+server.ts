import { error } from '@sveltejs/kit';
import { AGENCY_COLUMNS, AGENCY_EXAMPLES } from '#areas/agencies/rules/agency-sheet.ts';
import { SERVICE_COLUMNS, SERVICE_EXAMPLES } from '#areas/services/rules/service-columns.ts';
import { requireStaff } from '../../../../../server/staff-door.ts';
import { writeTemplate } from '../write-template.ts';
import type { RequestHandler } from './$types';

const TEMPLATES = {
  instansi: () => writeTemplate(AGENCY_COLUMNS, AGENCY_EXAMPLES),
  layanan: () => writeTemplate(SERVICE_COLUMNS, SERVICE_EXAMPLES),
} as const;

/** A list to fill in, as a spreadsheet with Indonesian settings opens it. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  requireStaff(locals, url, ['administrator']);
  const { daftar } = params;
  if (!Object.hasOwn(TEMPLATES, daftar)) error(404, 'NOT_FOUND');
  return new Response(TEMPLATES[daftar as keyof typeof TEMPLATES](), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${daftar}.csv"`,
      'cache-control': 'no-store',
    },
  });
};
