import { redirect } from '@sveltejs/kit';
import { requireStaff } from '../../../../server/staff-door.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import type { RequestHandler } from './$types';

/** `?bulan=2026-11`; what is no month that has begun goes back to the page that says so. */
export const GET: RequestHandler = async ({ locals, url }) => {
  requireStaff(locals, url, KEEPERS);
  const month = url.searchParams.get('bulan') ?? '';
  const pack = await locals.door.api.reports.getMeetingPack({ month }).catch(() => undefined);
  if (pack === undefined) redirect(303, '/kelola/rapat?kabar=bulan');
  return new Response(Buffer.from(pack.base64, 'base64'), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${pack.fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
};
