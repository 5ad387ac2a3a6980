import { error } from '@sveltejs/kit';
import { formatIsoDay } from '#ui/format/times.ts';
import { readReportDay, shiftDay, withSimulated } from '../../../../server/report-day.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  await parent();
  const day = readReportDay(params.hari);
  const simulated = withSimulated(url);
  const report = await locals.door.api.reports.getDayReport({ day, simulated });
  const today = formatIsoDay(report.madeAt, report.timeZone);
  if (day > today) error(404, 'DAY_FUTURE');
  return {
    report,
    today,
    before: shiftDay(day, -1),
    after: day < today ? shiftDay(day, 1) : null,
    query: simulated ? '' : '?simulasi=tanpa',
  };
};
