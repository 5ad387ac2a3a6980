import { listAgencies } from '#areas/agencies/public.ts';
import type { AgreementLine } from '#areas/agreements/contract.ts';
import { listDueAgreements } from '#areas/agreements/public.ts';
import { listBoothStates, mapOpenSince } from '#areas/capacity/public.ts';
import { ALWAYS } from '#areas/malls/rules/site-days.ts';
import type { MallPlace } from '#areas/malls/public.ts';
import { listLiveQueues, listPausedCounters } from '#areas/queue/public.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import type { Overview } from './contract.ts';
import { boothActivity } from './rules/booth-activity.ts';
import { emptySince } from './rules/empty-booth.ts';
import { listLastLeft } from './kept-store.ts';
import { listAgenciesNow, listHours, listSeatedNow, type AgencyNowRow } from './store.ts';

const NOTHING_YET: Omit<AgencyNowRow, 'agency_id'> = {
  waiting: 0,
  at_counters: 0,
  serving: 0,
  issued: 0,
  served: 0,
  simulated: 0,
  longest_wait_minutes: null,
};

/** The mall now, booth by booth, in the order of the agencies' names. Simulated visitors are in it, and counted. */
export async function getOverview(tx: Tx, mall: MallPlace): Promise<Omit<Overview, 'streamToken'>> {
  const today = dayAt(tx.now.getTime(), mall.timeZone);
  const agencies = await listAgencies(tx, mall.id);
  const states = byAgency(await listBoothStates(tx, mall), (state) => state.agencyId);
  const queues = byAgency(await listLiveQueues(tx, mall), (queue) => queue.agencyId);
  const paused = await listPausedCounters(tx, mall.id);
  const empty = await mapEmptySince(tx, mall, queues);
  const rows = await listAgenciesNow(tx, mall.id, today);
  const counts = byAgency(rows, (row) => row.agency_id);
  const people = await mapPeople(tx, mall.id);
  const sum = (figure: 'waiting' | 'serving' | 'issued' | 'served' | 'simulated') =>
    rows.reduce((total, row) => total + row[figure], 0);
  return {
    now: tx.now.toISOString(),
    timeZone: mall.timeZone,
    waiting: sum('waiting'),
    serving: sum('serving'),
    servedToday: sum('served'),
    issuedToday: sum('issued'),
    simulatedToday: sum('simulated'),
    booths: agencies.map((agency) => {
      const state = states.get(agency.id);
      const queue = queues.get(agency.id);
      const count = counts.get(agency.id) ?? NOTHING_YET;
      const countersOpen = queue?.countersOpen ?? 0;
      return {
        agencyId: agency.id,
        agencySlug: agency.slug,
        shortName: agency.shortName,
        icon: agency.icon,
        zoneName: agency.zone.name,
        state: boothActivity({
          waiting: count.waiting,
          atCounters: count.at_counters,
          countersOpen,
          countersPaused: queue?.countersPaused ?? 0,
          code: state?.code ?? null,
        }),
        waiting: count.waiting,
        countersOpen,
        countersTotal: agency.counters.length,
        people: people.get(agency.id) ?? [],
        wait: queue?.wait ?? null,
        longestWaitMinutes: count.longest_wait_minutes,
        code: state?.code ?? null,
        opensAt: state?.opensAt ?? null,
        emptySince: empty.get(agency.id) ?? null,
        siteDays: state?.siteDays ?? ALWAYS,
        intakeEndsAt: state?.intakeEndsAt ?? null,
      };
    }),
    paused: paused.map(({ counterNumber, agencyShortName, until }) => ({
      counterNumber,
      agencyShortName,
      until,
    })),
    agreementsDue: (await listDueAgreements(tx, mall)).map(toDue),
    arrivalsByHour: await listHours(tx, mall.id, today, mall.timeZone),
  };
}

async function mapPeople(tx: Tx, mallId: string): Promise<Map<string, Overview['booths'][number]['people']>> {
  const people = new Map<string, Overview['booths'][number]['people']>();
  for (const { agency_id, counter_number: counterNumber, name } of await listSeatedNow(tx, mallId))
    people.set(agency_id, [...(people.get(agency_id) ?? []), { counterNumber, name }]);
  return people;
}

function toDue({ id, title, daysLeft, standing }: AgreementLine): Overview['agreementsDue'][number] {
  return { id, title, daysLeft: daysLeft ?? 0, lapsed: standing === 'lapsed' };
}

/** Since when booths that should be open have had nobody at their counters, by agency. */
async function mapEmptySince(
  tx: Tx,
  mall: MallPlace,
  queues: ReadonlyMap<string, { readonly countersOpen: number; readonly countersPaused: number }>,
): Promise<ReadonlyMap<string, string>> {
  const openSince = await mapOpenSince(tx, mall);
  const left = byAgency(await listLastLeft(tx, mall.id, openSince), (row) => row.agency_id);
  const found = new Map<string, string>();
  for (const agencyId of openSince.keys()) {
    const queue = queues.get(agencyId);
    const facts = {
      openSince: openSince.get(agencyId),
      leftAt: left.get(agencyId)?.left_at.getTime(),
      taken: (queue?.countersOpen ?? 0) + (queue?.countersPaused ?? 0),
    };
    const since = emptySince(facts, tx.now.getTime());
    if (since !== null) found.set(agencyId, new Date(since).toISOString());
  }
  return found;
}

function byAgency<T>(items: readonly T[], idOf: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [idOf(item), item]));
}
