import { redirect } from '@sveltejs/kit';
import { formatIsoDay } from '#ui/format/times.ts';
import { readReportDay } from '../../../server/report-day.ts';
import type { PageServerLoad } from './$types';

/** `/kelola/laporan` is today's; `?hari=2026-11-24` comes from the form that picks a day. */
export const load: PageServerLoad = async ({ locals, url, parent }) => {
  await parent();
  const picked = url.searchParams.get('hari');
  if (picked !== null) redirect(303, `/kelola/laporan/${readReportDay(picked)}`);
  const { now, timeZone } = await locals.door.api.reports.getOverview();
  redirect(303, `/kelola/laporan/${formatIsoDay(now, timeZone)}`);
};
