import { error } from '@sveltejs/kit';
import { formatIsoDay } from '#ui/format/times.ts';
import {
  numberSource,
  readReportDay,
  reportQuery,
  shiftDay,
  withSimulated,
} from '../../../../server/report-day.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  await parent();
  const day = readReportDay(params.hari);
  const simulated = withSimulated(url);
  const source = numberSource(url);
  const report = await locals.door.api.reports.getDayReport({ day, simulated, source });
  const today = formatIsoDay(report.madeAt, report.timeZone);
  if (day > today) error(404, 'DAY_FUTURE');
  return {
    report,
    today,
    before: shiftDay(day, -1),
    after: day < today ? shiftDay(day, 1) : null,
    query: reportQuery({ simulated, source }),
    /** The same day, counted otherwise. */
    otherwise: {
      simulated: reportQuery({ simulated: !simulated, source }),
      all: reportQuery({ simulated, source: 'all' }),
      machine: reportQuery({ simulated, source: 'machine' }),
      paper: reportQuery({ simulated, source: 'paper' }),
    },
  };
};
