import { redirect } from '@sveltejs/kit';
import { answerWithFile } from '../../../../server/file-reply.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import type { RequestHandler } from './$types';

/** `?bulan=2026-11`; what is no month that has begun goes back to the page that says so. */
export const GET: RequestHandler = async ({ locals, url }) => {
  requireStaff(locals, url, KEEPERS);
  const month = url.searchParams.get('bulan') ?? '';
  const pack = await locals.door.api.reports.getMeetingPack({ month }).catch(() => undefined);
  if (pack === undefined) redirect(303, '/kelola/rapat?kabar=bulan');
  return answerWithFile(pack, 'application/pdf');
};
