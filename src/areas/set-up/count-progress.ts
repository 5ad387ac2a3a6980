import { listAgencies, listAgencyNames } from '#areas/agencies/public.ts';
import { listServices } from '#areas/services/public.ts';
import { listDeviceRows, listOfficerRows } from '#areas/staff/public.ts';
import { worksForAgency } from '#areas/staff/rules/officers.ts';
import { formatNumber } from '#areas/queue/rules/series.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { Progress } from './rules/steps.ts';
import { countPlaces, findFirstNumber } from './store.ts';

/** What the mall has, counted afresh: an agency without a place, a service or an officer keeps its step open. */
export async function countProgress(tx: Tx, mallId: string): Promise<Progress> {
  const agencies = await listAgencyNames(tx, mallId);
  const without = (ids: ReadonlySet<string | null>) => agencies.filter(({ id }) => !ids.has(id)).length;
  const placed = await listAgencies(tx, mallId);
  const withHours = new Set(placed.filter(({ weekly }) => weekly.length > 0).map(({ id }) => id));
  const withCounter = new Set(placed.filter(({ counters }) => counters.length > 0).map(({ id }) => id));
  const services = await listServices(tx, mallId);
  const withService = new Set(services.map(({ agencySlug }) => agencySlug));
  const staff = (await listOfficerRows(tx, mallId, { agencyId: null, search: '' })).filter(
    (row) => row.active,
  );
  const officers = staff.filter((row) => row.ready && worksForAgency(row.role));
  const devices = (await listDeviceRows(tx, mallId)).filter((row) => row.revoked_at === null);
  const first = await findFirstNumber(tx, mallId);
  return {
    ...(await countPlaces(tx, mallId)),
    agencies: agencies.length,
    agenciesWithoutCounter: without(withCounter),
    services: services.length,
    agenciesWithoutService: agencies.filter(({ slug }) => !withService.has(slug)).length,
    agenciesWithHours: withHours.size,
    agenciesWithoutHours: without(withHours),
    officers: officers.length,
    agenciesWithoutOfficer: without(new Set(officers.map((row) => row.agency_id))),
    invited: staff.filter((row) => !row.ready && row.link_expires_at !== null && row.link_expires_at > tx.now)
      .length,
    kiosks: devices.filter((row) => row.kind === 'kiosk').length,
    boards: devices.filter((row) => row.kind === 'board').length,
    firstNumber:
      first === undefined
        ? null
        : { code: formatNumber(first.series, first.number), at: first.created_at.toISOString() },
  };
}
