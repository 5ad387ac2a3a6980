import { listDueAgreements } from '#areas/agreements/public.ts';
import { listOpenDecisions } from '#areas/coordination/public.ts';
import { listOpenBlockers } from '#areas/establishment/public.ts';
import { getMall } from '#areas/malls/public.ts';
import { listBaselines } from '#areas/studies/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { addDays, dayAt } from '#platform/values/day.ts';
import type { RegionView } from '../region-contract.ts';
import { listKeptPromises } from '../kept-promises.ts';
import { KEPT_SHARE_MIN } from '../rules/promise-health.ts';
import { reckonAvoided } from '../rules/visits-avoided.ts';
import { listMonthRows, listServiceVisits } from './region-store.ts';

/** What is told of promises and visits: about a quarter of a year. */
const DAYS_BACK = 89;
const MONTHS_BACK_DAYS = 364;

/**
 * What the head of a region asks of a mall, on one page: whether fewer people have to come, how long those who come wait,
 * whether they go home finished, which agencies do not keep their word, and what waits for a decision.
 */
export async function getRegionView(tx: Tx, { mallId, timeZone }: StaffActor): Promise<RegionView> {
  const mall = await getMall(tx);
  const place = { id: mallId, timeZone };
  const until = dayAt(tx.now.getTime(), timeZone);
  const from = addDays(until, -DAYS_BACK);
  const baselines = new Map(
    (await listBaselines(tx, mallId)).map(({ serviceId, visitsPerRequest }) => [serviceId, visitsPerRequest]),
  );
  const visits = await listServiceVisits(tx, mallId, { from, until });
  const services = reckonAvoided(
    visits.flatMap(({ service_id: serviceId, name, came, finished }) => {
      const baseline = baselines.get(serviceId);
      return baseline === undefined ? [] : [{ serviceId, name, baseline, came, finished }];
    }),
  );
  const told = services.flatMap(({ avoided }) => avoided ?? []);
  const months = await listMonthRows(tx, mallId, { from: addDays(until, -MONTHS_BACK_DAYS), until });
  const kept = await listKeptPromises(tx, place, { from, until });
  const shares = kept.flatMap(({ keptShare }) => keptShare ?? []);
  const decisions = await listOpenDecisions(tx, place);
  return {
    ...{ from, until, launchedOn: mall.launchedOn },
    avoided: {
      visits: told.length === 0 ? null : told.reduce((sum, one) => sum + one, 0),
      services,
      unlinked: visits.filter(({ service_id: id, finished }) => finished > 0 && !baselines.has(id)).length,
    },
    months: months.map((row) => ({
      ...{ month: row.month, served: row.came, finished: row.finished },
      ...{ waitP50: row.wait_p50, waitP90: row.wait_p90 },
      ratingMean: row.rating_mean,
      ratings: row.ratings,
    })),
    promises: {
      keptShare: shares.length === 0 ? null : shares.reduce((sum, one) => sum + one, 0) / shares.length,
      behind: kept
        .filter(({ keptShare }) => keptShare !== null && keptShare < KEPT_SHARE_MIN)
        .map(({ agency, keptShare, days }) => ({ agency, keptShare: keptShare ?? 0, absent: days.absent }))
        .toSorted((a, b) => a.keptShare - b.keptShare),
      agencies: shares.length,
    },
    agreementsDue: (await listDueAgreements(tx, place)).map(({ title, daysLeft }) => ({
      ...{ title, daysLeft: daysLeft ?? 0 },
    })),
    decisions: {
      open: decisions.length,
      overdue: decisions
        .filter(({ overdue }) => overdue)
        .map(({ what, owner, dueOn }) => ({ what, owner, dueOn })),
    },
    blockers: await listOpenBlockers(tx, mallId),
  };
}
