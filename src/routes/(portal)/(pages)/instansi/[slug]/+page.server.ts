import { error } from '@sveltejs/kit';
import { formatIsoDay } from '#ui/format/times.ts';
import type { PageServerLoad } from './$types';

/** As far as somebody plans a visit. */
const PLANNED_DAYS = 14;

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { agencies, formerAgencies, booths, mall, now } = await parent();
  const known = [...agencies, ...formerAgencies];
  const agency = known.find(({ slug }) => slug === params.slug) ?? error(404, 'AGENCY_UNKNOWN');
  const { services, calendar, queue, floorPlans, agreements, remoteHelp } = locals.door.api;
  const from = formatIsoDay(now, mall.timeZone);
  const plan = await calendar.listOpeningDays({ from, days: PLANNED_DAYS });
  const planned = plan.booths.find((booth) => booth.agencyId === agency.id)?.days ?? [];
  const live = await queue.listLiveQueues({});
  const floors = await floorPlans.listFloorPlans({});
  return {
    agency,
    booth: booths.find((booth) => booth.agencyId === agency.id),
    specialDays: plan.days.flatMap(({ day }, at) => {
      const special = planned[at];
      // That its site is not there is said once, above.
      const ordinary = ['week', 'site-not-yet', 'site-over'];
      if (special === undefined || ordinary.includes(special.because)) return [];
      return [{ day, hours: special.hours, name: special.name }];
    }),
    queue: live.queues.find((each) => each.agencyId === agency.id),
    streamToken: live.streamToken,
    floorPlan: floors.find(({ items }) => items.some(({ agencyId }) => agencyId === agency.id)),
    agreements: (await agreements.listPublicAgreements({})).filter(({ agencies: parties }) =>
      parties.some(({ id }) => id === agency.id),
    ),
    remote: (await remoteHelp.listRemoteSlots({})).filter(({ agencyId }) => agencyId === agency.id),
    services: await services.listServices({ agency: agency.slug }),
  };
};
