import type { OpeningDays } from '#areas/calendar/contract.ts';
import { markDays } from '../../../../../hours/year-days.ts';
import { daysOfMonth } from '../kalender/month.ts';
import { monthsOfYear, readYear } from './year.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { calendar } = locals.door.api;
  const { today } = await calendar.listSpecialDays();
  const year = readYear(url.searchParams.get('tahun'), today);
  const shown = url.searchParams.get('gerai') ?? '';
  const plans: OpeningDays[] = [];
  for (const month of monthsOfYear(year))
    plans.push(await calendar.listOpeningDays({ from: `${month}-01`, days: daysOfMonth(month) }));
  const agencies = plans[0]!.booths.map(({ agencyId, agencyShortName }) => ({ agencyId, agencyShortName }));
  return {
    today,
    year,
    shown,
    agencies,
    known: plans.every(({ days }) => days.every((day) => day.known)),
    months: plans.map((plan) => markDays(plan, shown)),
  };
};
